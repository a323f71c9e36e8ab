import { municipalityFor } from '@lotse/companies/contract';
import { kreisMusterland, kreisMusterlandPostalCodes, kreisOffenbach, kreisOffenbachPostalCodes } from '.';

const names = new Map([...kreisOffenbach.municipalities, ...kreisMusterland.municipalities].map(({ ags, name }) => [ags, name]));
const table = [...kreisOffenbachPostalCodes, ...kreisMusterlandPostalCodes].map((row) => ({ ...row, name: names.get(row.ags) ?? '' }));

describe('reference data', () => {
  it.each([kreisOffenbach, kreisMusterland])('$name hangs together', (region) => {
    const slugs = region.organisations.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs).toContain(region.intakeOrganisation);
    const answering = region.municipalities.map(({ organisation }) => organisation);
    expect(answering.sort()).toEqual(
      region.organisations
        .filter(({ kind }) => kind === 'MUNICIPALITY')
        .map(({ slug }) => slug)
        .sort(),
    );
    for (const { ags, ars } of region.municipalities) {
      expect(ags).toMatch(/^[0-9]{8}$/);
      expect(ars).toMatch(/^[0-9]{12}$/);
      expect(ars.slice(0, 5) + ars.slice(9)).toBe(ags);
    }
  });

  it('has the 13 municipalities, the Kreis, the IHK and the Kreishandwerkerschaft', () => {
    expect(kreisOffenbach.municipalities).toHaveLength(13);
    expect(kreisOffenbach.organisations).toHaveLength(16);
    expect(kreisOffenbach.municipalities.reduce((sum, { population }) => sum + population, 0)).toBe(362_137);
  });

  it('leads every postal code to a municipality there is, each pair once', () => {
    for (const { ags } of table) expect(names.has(ags)).toBe(true);
    const pairs = table.map(({ postalCode, ags }) => `${postalCode} ${ags}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('gives each municipality a delivery code that is certain', () => {
    for (const [ags, name] of names) {
      const row = table.find((each) => each.ags === ags && each.isDelivery && !each.isAmbiguous);
      expect(municipalityFor({ postalCode: row?.postalCode ?? '', place: name }, table)).toEqual({ kind: 'CERTAIN', ags });
    }
  });

  it.each(['10898', '12678', '63222', '00103'])('asks a person for %s', (postalCode) => {
    expect(municipalityFor({ postalCode, place: '' }, table).kind).toBe('AMBIGUOUS');
  });

  it('invents nothing that exists', () => {
    for (const { ags } of kreisMusterland.municipalities) expect(ags).toMatch(/^99/);
    for (const { postalCode } of kreisMusterlandPostalCodes) expect(postalCode).toMatch(/^00/);
  });
});
