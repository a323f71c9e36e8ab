import { matchSites, type SiteCapability } from './match';
import { profileOfCase } from './need-profile';

const has: SiteCapability = { useClasses: ['GE', 'MI'], largestAreaSqm: 5000, tenures: ['BUY'] };

describe('which organisations may have a site', () => {
  it('compares what both sides have said', () => {
    expect(matchSites({ areaMin: 3000, useClass: 'GE', tenure: 'BUY' }, has)).toEqual({
      fit: 'MATCH',
      reasons: ['USE_CLASS_FITS', 'AREA_FITS', 'TENURE_FITS'],
    });
    expect(matchSites({ areaMin: 5001, useClass: 'GI', tenure: 'RENT' }, has)).toEqual({
      fit: 'NO_MATCH',
      reasons: ['USE_CLASS_MISSING', 'AREA_TOO_SMALL', 'TENURE_MISSING'],
    });
  });

  it('needs the least area where there are two', () => {
    expect(matchSites({ areaMin: 4000, areaMax: 9000 }, has).fit).toBe('MATCH');
    expect(matchSites({ areaMax: 5000 }, has).fit).toBe('MATCH');
    expect(matchSites({ areaMax: 5001 }, has).fit).toBe('NO_MATCH');
  });

  it('excludes nobody who has said nothing, and nothing that is open', () => {
    const silent = { fit: 'UNKNOWN', reasons: ['NOTHING_SAID'] };
    expect(matchSites({ areaMin: 3000 }, null)).toEqual(silent);
    expect(matchSites({}, has)).toEqual(silent);
    expect(matchSites({ tenure: 'OPEN' }, has)).toEqual(silent);
    expect(matchSites({ areaMin: 10, useClass: 'SO', tenure: 'RENT' }, { useClasses: [], largestAreaSqm: null, tenures: [] })).toEqual(
      silent,
    );
  });

  it('lets one miss decide', () => {
    expect(matchSites({ areaMin: 100, useClass: 'SO' }, has)).toEqual({ fit: 'NO_MATCH', reasons: ['USE_CLASS_MISSING', 'AREA_FITS'] });
  });
});

describe('the profile of a case', () => {
  it('takes over what the case says of the need, and nothing else', () => {
    const details = {
      projectName: 'Projekt Linde',
      areaSqm: 1200,
      useClass: 'GE',
      tenure: 'OPEN',
      jobs: 12,
      investmentEur: 5,
      plannedFor: '2027-05-01',
    } as const;
    expect(profileOfCase(details)).toEqual({ areaMin: 1200, useClass: 'GE', tenure: 'OPEN', jobs: 12, moveInBy: '2027-05-01' });
    expect(profileOfCase({})).toEqual({});
  });
});
