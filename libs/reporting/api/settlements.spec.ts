import { randomUUID } from 'node:crypto';
import type { SettlementsDto } from '@lotse/reporting/contract';
import { Database } from '@lotse/shared/api';
import { type TestApi, testApi, type TestOrganisation, type TestPerson } from '@lotse/shared/testing';
import { ReportingModule } from './reporting.module';

describe('settlements and moves of a period', () => {
  let api: TestApi;
  let home: TestOrganisation;
  let manager: TestPerson;
  let officer: TestPerson;
  let keys: [string, string];

  beforeAll(async () => {
    api = await testApi([ReportingModule]);
    const region = await api.world.region();
    home = await api.world.organisation(region);
    const neighbour = await api.world.organisation(region);
    [manager, officer] = [await api.world.person(home, 'MANAGER'), await api.world.person(home, 'OFFICER')];
    keys = [(await api.world.municipality(home)).ags, (await api.world.municipality(neighbour)).ags];
  });
  afterAll(() => api.close());

  async function closed(
    type: string,
    details: object,
    changes: { confidential?: boolean; outcome?: string; on?: string } = {},
  ): Promise<string> {
    const { confidential = false, outcome = 'ACHIEVED', on = '2026-03-15' } = changes;
    const [id, companyId] = [randomUUID(), randomUUID()];
    await api.app.get(Database).as(officer, async (tx) => {
      await tx.query('insert into companies (id, name) values ($1, $2)', [companyId, `Umzug ${id.slice(0, 8)} GmbH`]);
      await tx.query(`select create_case($1, $2, 'Neue Halle', $3, null, $4, null, $5, null, null)`, [
        id,
        type,
        companyId,
        confidential,
        details,
      ]);
      await tx.query(`select set_case_status($1, null, 'CLOSED', null, $2)`, [id, outcome]);
    });
    await api.world.sql(`update service_cases set closed_at = $2::date + interval '12 hours' where id = $1`, [id, on]);
    return id;
  }
  const read = (person: TestPerson, query = '?from=2026-03-01&to=2026-03-31') =>
    api.as(person).get<SettlementsDto & { errors?: object[] }>(`/reports/settlements${query}`);
  const figures = ({ items }: SettlementsDto) => Object.fromEntries(items.map(({ kind, cases, counted }) => [kind, [cases, counted]]));

  it('counts what came, and shows a move inside the region as a move', async () => {
    const move = (fromMunicipality?: string, toMunicipality?: string) => ({ fromMunicipality, toMunicipality });
    const settled = await closed('SETTLEMENT', {});
    const inside = await closed('RELOCATION', move(...keys));
    await closed('RELOCATION', move('00000000', keys[0]));
    await closed('RELOCATION', move(keys[0], '00000000'));
    await closed('RELOCATION', move(keys[0]));
    await closed('SETTLEMENT', {}, { confidential: true });
    await closed('SETTLEMENT', {}, { outcome: 'NOT_ACHIEVED' });
    await closed('SETTLEMENT', {}, { on: '2026-04-01' });
    await closed('EXPANSION', {});
    const { status, body } = await read(manager);
    expect(status).toBe(200);
    expect(figures(body)).toEqual({ SETTLEMENT: [1, 1], MOVE_IN: [1, 1], MOVE_INSIDE: [1, 0], MOVE_OUT: [1, 0], UNCLEAR: [1, 0] });
    expect(body).toMatchObject({ from: '2026-03-01', to: '2026-03-31', settlements: 2, total: 5 });
    const rows = body.items.flatMap(({ items }) => items);
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([settled, inside]));
    expect(rows.every(({ closedOn }) => closedOn === '2026-03-15')).toBe(true);
  });

  it('is for managers, of their own organisation', async () => {
    expect((await read(officer)).status).toBe(403);
    expect((await api.anonymous.get('/reports/settlements')).status).toBe(401);
    const stranger = await api.world.person(await api.world.organisation({ id: home.regionId }), 'MANAGER');
    expect((await read(stranger)).body.items.every(({ cases }) => cases === 0)).toBe(true);
  });

  it('refuses a period that ends before it begins, and has one of its own', async () => {
    expect(await read(manager, '?from=2026-03-02&to=2026-03-01')).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/to', code: 'beforeStart' }] },
    });
    expect((await read(manager, '')).body).toMatchObject({ from: expect.stringMatching(/^\d{4}-/) as string, total: 5 });
  });
});
