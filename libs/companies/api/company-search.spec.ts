import type { CompanyDto, CompanyPageDto, DuplicatePageDto } from '@lotse/companies/contract';
import { type TestApi, testApi } from '@lotse/shared/testing';
import { aCompany, type CompanyWorld, companyWorld, createCompany } from './companies.fixture';
import { CompaniesModule } from './companies.module';

let api: TestApi;
let at: CompanyWorld;
let company: CompanyDto;
const search = async (q: string, person = at.officer, more = '') =>
  (await api.as(person).get<CompanyPageDto>(`/companies?q=${encodeURIComponent(q)}${more}`)).body;
const firstHit = async (q: string) => (await search(q)).items[0]?.name;
const hints = async (query: Record<string, string>, person = at.officer) =>
  (await api.as(person).get<DuplicatePageDto>(`/companies/duplicates?${new URLSearchParams(query)}`)).body;

beforeAll(async () => {
  api = await testApi([CompaniesModule]);
  at = await companyWorld(api);
  company = await createCompany(
    api,
    at.officer,
    aCompany(at, {
      name: 'Müller Präzisionsteile GmbH & Co. KG',
      industryCode: '25.62',
      sizeClass: 'MEDIUM',
      contacts: [{ firstName: 'Ada', lastName: 'Beispiel', email: 'ada@mueller-teile.example', phone: '+49 (0) 6103 / 90009-12' }],
      registerCourt: 'Amtsgericht Offenbach am Main',
      registerNumber: 'HRB 4711',
    }),
  );
  const others = [
    'Möller Präzisionsteile GmbH',
    'Müllner Teile AG',
    'Mühlen Präzision GmbH',
    'Auto-Haus Großmann GmbH',
    'Bäckerei Süß OHG',
    'Neue Post KG',
  ];
  for (const name of others) await createCompany(api, at.officer, { name });
  await createCompany(api, at.officer, { name: 'Müller Teile GmbH', confidential: true, projectName: 'Projekt Nordlicht' });
});
afterAll(() => api.close());

describe('search by name', () => {
  it.each([
    'Müller Präzisionsteile',
    'Mueller Praezisionsteile',
    'Muller Prazisionsteile',
    'MÜLLER PRÄZISIONSTEILE GMBH',
    'müller präzisionsteile gmbh & co. kg',
    'Müller-Präzisionsteile',
    'Präzisionsteile Müller',
    'Müler Präzisionsteile',
    'Mülller Präzisionsteile',
    'Mülelr Präzisionsteile',
    'Müller Präzisionsteille',
    'Müller Präz',
  ])('finds the same company first for %s', async (q) => {
    expect(await firstHit(q)).toBe('Müller Präzisionsteile GmbH & Co. KG');
  });

  it.each([
    ['autohaus grossmann', 'Auto-Haus Großmann GmbH'],
    ['Auto Haus Großman', 'Auto-Haus Großmann GmbH'],
    ['Baeckerei Suess', 'Bäckerei Süß OHG'],
    ['backerei', 'Bäckerei Süß OHG'],
    ['neue', 'Neue Post KG'],
  ])('finds %s as %s', async (q, name) => {
    expect(await firstHit(q)).toBe(name);
  });

  it('finds nothing for words that are two typos away, for punctuation and for a legal form', async () => {
    for (const q of ['Mxxller Präzisionsteile', '&&&', 'GmbH']) expect(await search(q)).toEqual({ items: [], total: 0 });
  });

  it('tells by nothing that a word stands in a name one must not know', async () => {
    await createCompany(api, at.stranger, { name: 'Bitirazo Lawiqua GmbH', confidential: true });
    const asked = async () => [(await search('bitirazolawi', at.stranger)).total, (await search('bitirxazolawiqua', at.stranger)).total];
    const before = await asked();
    await createCompany(api, at.colleague, { name: 'Bitirazolawiqua GmbH', confidential: true });
    expect(await asked()).toEqual(before);
    expect((await search('bitirazolawiqua', at.stranger)).total).toBe(1);
  });

  it('treats what looks like a pattern as text', async () => {
    for (const q of ['%', '_____', "' or '1'='1", '\\', 'a%b']) expect((await search(q)).total).toBe(0);
  });

  it('shows the project name of a confidential company to its team alone', async () => {
    expect((await search('Nordlicht')).total).toBe(1);
    expect((await search('Nordlicht', at.colleague)).total).toBe(0);
    expect((await search('Müller Teile', at.colleague)).items.map(({ confidential }) => confidential)).not.toContain(true);
  });
});

describe('search by other traits', () => {
  it.each(['06103 9000912', '+49610390009-12', '0049 6103 90009 12', '(06103) 90009/12'])(
    'finds the company of a caller by %s',
    async (q) => {
      expect(await search(q)).toMatchObject({ total: 1, items: [{ id: company.id }] });
      expect((await search(q, at.stranger)).total).toBe(0);
    },
  );

  it('finds by postal code and place, together with a name', async () => {
    expect((await search(at.postalCode)).items.map(({ id }) => id)).toEqual([company.id]);
    expect((await search(`${at.langen.name} Müller`)).items[0]?.id).toBe(company.id);
    expect((await search(`${at.langen.name} Möller`)).items.map(({ name }) => name)).not.toContain('Möller Präzisionsteile GmbH');
  });

  it('filters, sorts and counts', async () => {
    const list = async (query: string) => (await api.as(at.officer).get<CompanyPageDto>(`/companies?${query}`)).body;
    const all = await list('size=3');
    expect(all.items).toHaveLength(3);
    expect(all.total).toBe(8);
    expect((await list('size=3&page=3')).items).toHaveLength(2);
    expect(await list('page=9')).toEqual({ items: [], total: 8 });
    expect((await list('sort=-name')).items.map(({ name }) => name)).toEqual(
      (await list('sort=name')).items.map(({ name }) => name).reverse(),
    );
    for (const filter of [`ags=${at.ags}`, 'industry=25', 'industry=25.62', 'sizeClass=MEDIUM']) {
      expect(await list(filter)).toMatchObject({ total: 1, items: [{ id: company.id }] });
    }
    expect((await list('confidential=true')).items).toMatchObject([{ projectName: 'Projekt Nordlicht' }]);
    expect((await list('kept=false')).total).toBe(0);
  });

  it.each(['size=201', 'sort=version', 'ags=1', 'unknown=1', 'confidential=perhaps'])('refuses %s', async (query) => {
    expect((await api.as(at.officer).get(`/companies?${query}`)).status).toBe(400);
  });
});

describe('duplicate hints', () => {
  it.each([
    ['the name in another spelling', { name: 'Mueller Präzisionsteile AG' }, ['NAME']],
    ['the name with a typo', { name: 'Müler Präzisionsteile' }, ['SIMILAR_NAME']],
    ['the beginning of the name', { name: 'Müller Präz' }, ['SIMILAR_NAME']],
    ['a telephone number', { phone: '06103/90009 12' }, ['PHONE']],
    ['an e-mail address', { email: ' ADA@mueller-teile.example' }, ['EMAIL']],
    ['a register number', { registerCourt: 'AG Offenbach am Main', registerNumber: 'hrb4711' }, ['REGISTER']],
  ])('tell %s', async (_, query, reasons) => {
    expect((await hints(query)).items[0]).toMatchObject({ companyId: company.id, reasons });
  });

  it('tell an address however the street is written, and all reasons of one company together', async () => {
    const query = { street: 'Beispielstr.', houseNumber: '12 A', postalCode: at.postalCode };
    expect((await hints(query)).items[0]).toMatchObject({ companyId: company.id, reasons: ['ADDRESS'] });
    expect((await hints({ ...query, name: 'Müller Präzisionsteile', phone: '061039000912' })).items[0]?.reasons).toEqual([
      'NAME',
      'PHONE',
      'ADDRESS',
    ]);
  });

  it('never tell of confidential companies, of people of others, or of another region', async () => {
    expect((await hints({ name: 'Müller Teile' })).items.map(({ name }) => name)).not.toContain('Müller Teile GmbH');
    expect((await hints({ phone: '061039000912', email: 'ada@mueller-teile.example' }, at.stranger)).items).toEqual([]);
    expect((await hints({ name: 'Müller Präzisionsteile' }, at.stranger)).items[0]?.companyId).toBe(company.id);
    expect((await hints({ name: 'Müller Präzisionsteile' }, at.foreigner)).items).toEqual([]);
    expect((await hints({ name: 'Müller Präzisionsteile', exceptId: company.id })).items.map(({ companyId }) => companyId)).not.toContain(
      company.id,
    );
  });
});
