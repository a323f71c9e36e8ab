import type { TestApiOptions, TestPerson } from '@lotse/shared/testing';
import { DistributionWorld, OFFER, type Office } from './testing/distribution-world';

const MODES: [string, TestApiOptions][] = [
  ['both layers', {}],
  ['the API alone', { policies: false }],
  ['the policies alone', { apiChecks: false }],
];
const pdf = (words: string) => `%PDF-1.7\n% ${words}\n%%EOF\n`;

describe.each(MODES)('the exposé of an offer, by %s', (_, options) => {
  let world: DistributionWorld;
  let kreis: Office;
  let town: Office;
  let a: Office;
  let b: Office;

  beforeAll(async () => {
    world = await DistributionWorld.open(options);
    const region = await world.api.world.region();
    kreis = await world.office(region, 'DISTRICT');
    [town, a, b] = [await world.office(region), await world.office(region), await world.office(region)];
  });
  afterAll(() => world.close());

  const put = (person: TestPerson, id: string, content: string, name = 'Gewerbepark.pdf') => world.putExpose(person, id, content, name);
  const get = (person: TestPerson, id: string, of?: Office) =>
    world.api.as(person).get<unknown>(`/distributions/${id}/expose${of ? `?organisationId=${of.organisation.id}` : ''}`);

  it('goes with an offer, is replaced, named in the log, and read by its own organisation and an unsealed lead', async () => {
    const { id } = await world.sent(kreis, [a, b]);
    expect((await put(a.liaison, id, pdf('zu früh'))).body).toMatchObject({ status: 422, code: 'distribution.noOffer' });
    await world.answer(a.liaison, id);
    expect((await put(a.liaison, id, pdf('eins'))).body.ownAnswer).toMatchObject({ expose: { name: 'Gewerbepark.pdf', kind: 'PDF' } });
    const second = await put(a.officer, id, pdf('zwei'), 'Neu.pdf');
    expect(second.body.log.map(({ kind }) => kind)).toEqual(['SENT', 'OPENED', 'ANSWERED', 'EXPOSE', 'EXPOSE']);
    // A changed offer keeps its file.
    expect((await world.answer(a.liaison, id, { ...OFFER, areaSqm: 9 })).body.ownAnswer?.expose?.name).toBe('Neu.pdf');
    for (const [person, of] of [
      [a.manager, undefined],
      [a.liaison, a],
      [kreis.manager, a],
    ] as const) {
      const { status, body, headers } = await get(person, id, of);
      expect([status, body]).toEqual([200, pdf('zwei')]);
      expect(headers.get('content-disposition')).toContain('attachment; filename="Neu.pdf"');
      expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    }
    expect((await world.read(kreis.officer, id)).body.answers?.[0]).toMatchObject({ expose: { name: 'Neu.pdf' } });
    expect((await get(kreis.officer, id, b)).body).toMatchObject({ status: 404, code: 'distribution.exposeNotFound' });
  });

  it('is as unknown to rivals and outsiders, and to a lead under seal', async () => {
    const { id } = await world.sent(town, [a, b]);
    await world.answer(a.liaison, id);
    await put(a.liaison, id, pdf('geheim'), 'Rivalenplan.pdf');
    for (const person of [town.officer, town.liaison, town.manager, b.liaison, b.manager, kreis.officer])
      expect((await get(person, id, a)).body).toMatchObject({ status: 404, code: 'distribution.exposeNotFound' });
    for (const person of [town.officer, b.liaison]) {
      expect(JSON.stringify((await world.read(person, id)).body)).not.toContain('Rivalenplan');
      if (options.policies !== false)
        expect(await world.as(person, 'select 1 from distribution_exposes where distribution_id = $1', [id])).toEqual([]);
    }
    expect((await put(town.officer, id, pdf('fremd'))).body).toMatchObject({ status: 403, code: 'distribution.notAsked' });
    expect((await put(kreis.officer, id, pdf('fremd'))).body).toMatchObject({ status: 404, code: 'distribution.notFound' });
    await world.due(id);
    expect((await get(town.officer, id, a)).body).toBe(pdf('geheim'));
    expect((await get(b.liaison, id, a)).status).toBe(404);
    expect((await put(a.liaison, id, pdf('zu spät'))).body).toMatchObject({ status: 409, code: 'distribution.over' });
    expect((await get(a.liaison, id)).body).toBe(pdf('geheim'));
  });

  it('goes when the offer goes, and stays sealed when the enquiry is taken back under seal', async () => {
    const { id } = await world.sent(town, [a, b]);
    for (const office of [a, b]) {
      await world.answer(office.liaison, id);
      await put(office.liaison, id, pdf('kurz'));
    }
    await world.answer(b.liaison, id, { answer: 'NO_SITE' });
    expect((await get(b.liaison, id)).status).toBe(404);
    await world.act(town.officer, id, 'withdraw');
    expect((await get(town.officer, id, a)).status).toBe(404);
    expect((await get(a.liaison, id)).status).toBe(200);
    expect((await put(a.liaison, id, pdf('danach'))).body).toMatchObject({ status: 409, code: 'distribution.ended' });
  });

  it('is PDF, JPEG or PNG by its content', async () => {
    const { id } = await world.sent(kreis, [a]);
    await world.answer(a.liaison, id);
    expect((await put(a.liaison, id, 'Nur Text', 'text.pdf')).body).toMatchObject({ status: 422, code: 'file.kindNotAllowed' });
    expect((await put(a.liaison, id, '')).body).toMatchObject({ status: 422, code: 'file.empty' });
    expect((await put(a.liaison, id, 'x'.repeat(1024 * 1024 + 1))).body).toMatchObject({ status: 413, code: 'file.tooLarge' });
    expect((await world.read(a.liaison, id)).body.ownAnswer?.expose).toBeNull();
  });
});
