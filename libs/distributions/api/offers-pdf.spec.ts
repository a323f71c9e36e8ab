import { readPdf } from '@lotse/shared/testing';
import { DistributionWorld, OFFER, type Office } from './testing/distribution-world';

describe('the offers as one PDF', () => {
  let world: DistributionWorld;
  let kreis: Office;
  let lead: Office;
  let a: Office;
  let b: Office;

  beforeAll(async () => {
    world = await DistributionWorld.open();
    const region = await world.api.world.region();
    kreis = await world.office(region, 'DISTRICT');
    [lead, a, b] = [await world.office(region), await world.office(region), await world.office(region)];
  });
  afterAll(() => world.close());

  const download = (token: string, id: string, language = 'de') =>
    fetch(`${world.api.url}/api/v1/distributions/${id}/offers.pdf?language=${language}`, { headers: { cookie: `lotse=${token}` } });

  it.each([
    ['de', 'Angebote für Gewerbeflächen', 'Was gesucht wird'],
    ['en', 'Offers of business sites', 'What is needed'],
  ])(
    'has need and offers in equal layout, tagged, without anything internal: %s',
    async (language, title, need) => {
      const { id } = await world.sent(kreis, [a, b]);
      await world.answer(a.liaison, id, { ...OFFER, note: 'Gleis vorhanden' });
      await world.answer(b.liaison, id, { ...OFFER, site: 'Hafenstraße 9' });
      await world.putExpose(b.liaison, id, '%PDF-1.7\n%%EOF\n', 'Hafen');
      const answer = await download(kreis.officer.token, id, language);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect(answer.headers.get('content-disposition')).toContain('attachment');
      const pdf = await readPdf(Buffer.from(await answer.arrayBuffer()));
      expect(pdf.title).toContain(title);
      const rows = (n: number) => `Table(${Array.from({ length: n }, () => 'TR(TH TD)').join(' ')})`;
      expect(
        pdf.structure
          .replaceAll(') H2', ')H2')
          .split('H2')
          .map((part) => part.trim()),
      ).toEqual(['Document(H1 P P L(LI(Lbl LBody) LI(Lbl LBody))', rows(4), rows(6), `${rows(6)} P)`]);
      expect(pdf.texts).toContain(need);
      expect(pdf.texts).toEqual(
        expect.arrayContaining(['Hafenstraße 9', 'Hafen.pdf', 'Gleis vorhanden', language === 'de' ? '145,50 €/m²' : '145.50 €/m²']),
      );
      expect(pdf.texts.filter((text) => [a.organisation.name, b.organisation.name].includes(text))).toEqual(
        [a.organisation.name, b.organisation.name].sort((x, y) => x.localeCompare(y, 'de')),
      );
      expect(pdf.all).not.toContain(a.liaison.name);
    },
    30_000,
  );

  it('is for the lead alone, and only when nothing is sealed', async () => {
    const { id } = await world.sent(lead, [a]);
    await world.answer(a.liaison, id);
    expect((await download(lead.officer.token, id)).status).toBe(409);
    expect((await download(a.liaison.token, id)).status).toBe(403);
    expect((await download(b.liaison.token, id)).status).toBe(404);
    expect((await download(lead.manager.token, id)).status).toBe(403);
  });
});
