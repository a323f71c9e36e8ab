import { municipalityFor, type PostalCodeRow } from './municipality';

const row = (postalCode: string, ags: string, name: string, isAmbiguous = false, isDelivery = true): PostalCodeRow => ({
  postalCode,
  ags,
  name,
  isAmbiguous,
  isDelivery,
});
const table = [
  row('63128', '06438001', 'Dietzenbach'),
  row('63111', '06438001', 'Dietzenbach', false, false),
  row('63225', '06438006', 'Langen (Hessen)'),
  row('63165', '06438008', 'Mühlheim am Main'),
  row('63329', '06438003', 'Egelsbach'),
  row('63222', '06438003', 'Egelsbach', true, false),
  row('63222', '06438006', 'Langen (Hessen)', true, false),
  row('10898', '06438009', 'Neu-Isenburg', true, false),
  row('63263', '06438009', 'Neu-Isenburg'),
];

describe('the municipality of an address', () => {
  it.each([
    ['63128', 'Dietzenbach', '06438001'],
    ['63128', undefined, '06438001'],
    [' 63128 ', 'DIETZENBACH', '06438001'],
    ['63128', 'Steinberg', '06438001'],
    ['63111', 'Dietzenbach', '06438001'],
    ['63225', 'Langen', '06438006'],
    ['63225', 'Langen/Hess.', '06438006'],
    ['63165', 'Muehlheim a. Main', '06438008'],
    ['63165', 'Mühlheim', '06438008'],
  ])('%s %s is certain', (postalCode, place, ags) => {
    expect(municipalityFor({ postalCode, place }, table)).toEqual({ kind: 'CERTAIN', ags });
  });

  it('asks where the code has several, the named place first', () => {
    expect(municipalityFor({ postalCode: '63222', place: 'Langen' }, table)).toEqual({
      kind: 'AMBIGUOUS',
      candidates: ['06438006', '06438003'],
    });
    expect(municipalityFor({ postalCode: '63222', place: '' }, table)).toEqual({ kind: 'AMBIGUOUS', candidates: ['06438003', '06438006'] });
  });

  it('never routes by a bulk code of elsewhere, though it has one candidate', () => {
    expect(municipalityFor({ postalCode: '10898', place: 'Neu-Isenburg' }, table)).toEqual({ kind: 'AMBIGUOUS', candidates: ['06438009'] });
  });

  it('asks where code and place contradict each other', () => {
    expect(municipalityFor({ postalCode: '63128', place: 'Egelsbach' }, table)).toEqual({
      kind: 'AMBIGUOUS',
      candidates: ['06438003', '06438001'],
    });
  });

  it('asks, with the place as candidate, where only the place is known', () => {
    expect(municipalityFor({ postalCode: '99999', place: 'Egelsbach' }, table)).toEqual({ kind: 'AMBIGUOUS', candidates: ['06438003'] });
    expect(municipalityFor({ postalCode: '60311', place: 'Frankfurt am Main' }, table)).toEqual({ kind: 'UNKNOWN' });
    expect(municipalityFor({ postalCode: '', place: '' }, table)).toEqual({ kind: 'UNKNOWN' });
  });
});
