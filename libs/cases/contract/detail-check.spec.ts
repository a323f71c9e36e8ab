import fc from 'fast-check';
import { CASE_DETAILS, detailFields, type DetailField } from './case-details';
import { CASE_TYPES } from './case-type';
import { checkDetails } from './detail-check';

const valid = (field: DetailField): fc.Arbitrary<unknown> => {
  switch (field.kind) {
    case 'number':
      return fc.integer({ min: field.min, max: field.max });
    case 'text':
      return fc.string({ maxLength: field.max });
    case 'choice':
      return fc.constantFrom(...field.choices);
    case 'date':
      return fc.constantFrom('2026-11-23', '2028-02-29');
    case 'flag':
      return fc.boolean();
    case 'municipality':
      return fc.constant('06438001');
  }
};

describe('own fields of a case', () => {
  it.each(CASE_TYPES)('%s takes every value its fields allow, nothing and null', (type) => {
    const shapes = Object.fromEntries(detailFields(type).map((field) => [field.name, fc.option(valid(field))]));
    fc.assert(
      fc.property(fc.record(shapes, { requiredKeys: [] }), (details) => {
        expect(checkDetails(type, details)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it.each(CASE_TYPES)('%s names each field once', (type) => {
    const names = detailFields(type).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(0);
  });

  it.each([
    ['EXPANSION', { areaSqm: -1 }, '/details/areaSqm', 'min'],
    ['EXPANSION', { areaSqm: 5_000_001 }, '/details/areaSqm', 'max'],
    ['EXPANSION', { areaSqm: 1.5 }, '/details/areaSqm', 'type'],
    ['EXPANSION', { jobs: '7' }, '/details/jobs', 'type'],
    ['EXPANSION', { permitsNeeded: 'yes' }, '/details/permitsNeeded', 'type'],
    ['EXPANSION', { plannedFor: '2026-02-30' }, '/details/plannedFor', 'date'],
    ['EXPANSION', { plannedFor: '2026-11-23T00:00:00Z' }, '/details/plannedFor', 'date'],
    ['EXPANSION', { permits: 'x'.repeat(1001) }, '/details/permits', 'tooLong'],
    ['EXPANSION', { permits: 'a\u202eb' }, '/details/permits', 'invalidCharacter'],
    ['COMPLAINT', { about: 'Lärm\nam Tor' }, '/details/about', 'invalidCharacter'],
    ['COMPLAINT', { about: '\u200b\u200b' }, '/details/about', 'invalidCharacter'],
    ['EXPANSION', { toMunicipality: '06438001' }, '/details/toMunicipality', 'unknown'],
    ['RELOCATION', { toMunicipality: '6438001' }, '/details/toMunicipality', 'municipality'],
    ['RELOCATION', { reason: 'space' }, '/details/reason', 'choice'],
    ['SETTLEMENT', { useClass: ['GE'] }, '/details/useClass', 'choice'],
    ['OTHER', { 'a/b~c': 1 }, '/details/a~1b~0c', 'unknown'],
    ['OTHER', { constructor: 1 }, '/details/constructor', 'unknown'],
    ['OTHER', [], '/details', 'type'],
    ['OTHER', null, '/details', 'type'],
    ['OTHER', 'text', '/details', 'type'],
  ] as const)('%s refuses %j', (type, details, pointer, code) => {
    expect(checkDetails(type, details)).toEqual([{ pointer, code }]);
  });

  it('takes line breaks where a text has several lines, and blanks for nothing', () => {
    expect(checkDetails('EXPANSION', { permits: 'Baurecht\n\tImmissionsschutz' })).toEqual([]);
    expect(checkDetails('COMPLAINT', { about: '  ' })).toEqual([]);
  });

  it('names all problems at once', () => {
    expect(checkDetails('EXPANSION', { areaSqm: -1, jobs: -1, other: 1 })).toHaveLength(3);
  });

  it('has limits that a form can show', () => {
    for (const fields of Object.values<readonly DetailField[]>(CASE_DETAILS))
      for (const field of fields) if (field.kind === 'number') expect(field.min).toBeLessThan(field.max);
  });
});
