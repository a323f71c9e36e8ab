import { CasesModule } from '@lotse/cases/api';
import type { CaseDto } from '@lotse/cases/contract';
import { HandoversModule } from '@lotse/handovers/api';
import type { MyDayDto } from '@lotse/reporting/contract';
import { addDays, berlinDay } from '@lotse/shared/contract';
import { type TestApi, testApi, type TestOrganisation, type TestPerson } from '@lotse/shared/testing';
import { ReportingModule } from './reporting.module';

describe('Mein Tag', () => {
  let api: TestApi;
  let langen: TestOrganisation;
  let rodgau: TestOrganisation;
  let officer: TestPerson;
  let colleague: TestPerson;
  let manager: TestPerson;
  let liaison: TestPerson;
  let companyId: string;
  const today = berlinDay(new Date());
  const day = async (person: TestPerson) => (await api.as(person).get<MyDayDto>('/my-day')).body;
  const offerToRodgau = (caseId: string, { confidential = false } = {}) =>
    api.world.sql(
      `insert into handovers (case_id, kind, from_org, to_org, reason_code, note, sections, due_on, due_at, offered_by, offered_by_name, file_number, case_type, confidential)
       select c.id, 'TRANSFER', c.owner_org, $2, 'COMPANY_MOVES', 'Bitte übernehmen', '{MASTER}', today_in_berlin() + 2, now() + interval '2 days', c.officer_id, 'x',
         c.file_number, c.type, $3 from service_cases c where c.id = $1`,
      [caseId, rodgau.id, confidential],
    );
  const open = async (title: string, changes: object = {}, person = officer) =>
    (await api.as(person).post<CaseDto>('/cases', { type: 'EXPANSION', title, companyId, ...changes })).body;

  beforeAll(async () => {
    api = await testApi([CasesModule, HandoversModule, ReportingModule]);
    const region = await api.world.region();
    langen = await api.world.organisation(region);
    rodgau = await api.world.organisation(region);
    officer = await api.world.person(langen, 'OFFICER');
    colleague = await api.world.person(langen, 'OFFICER');
    manager = await api.world.person(langen, 'MANAGER');
    liaison = await api.world.person(rodgau, 'LIAISON');
    const [company] = await api.world.sql<{ id: string }>(
      `insert into companies (region_id, keeper_org, name) values ($1, $2, 'Beispiel GmbH') returning id`,
      [langen.regionId, langen.id],
    );
    companyId = company?.id ?? '';
  });
  afterAll(() => api.close());

  it('is one list of what is due, overdue first, each with the page that opens it', async () => {
    await open('Später', { nextStepOn: addDays(today, 8) });
    const soon = await open('In drei Tagen', { nextStep: 'Anrufen', nextStepOn: addDays(today, 3) });
    const late = await open('Überfällig', { nextStepOn: addDays(today, -1) });
    const bare = await open('Ohne Plan');
    await api.as(officer).post(`/cases/${soon.id}/follow-ups`, { title: 'Heute nachfassen', dueOn: today });
    await api.as(officer).post(`/cases/${soon.id}/follow-ups`, { title: 'Für Kollegin', dueOn: today, assigneeId: colleague.userId });
    const closed = await open('Fertig', { nextStepOn: today });
    await api.as(officer).put(`/cases/${closed.id}/status`, { status: 'CLOSED', outcome: 'ACHIEVED' }, { version: 1 });

    const { items, total, counts } = await day(officer);
    expect(items.map(({ kind, title, dueness, link }) => [kind, title, dueness, link])).toEqual([
      ['NEXT_STEP', 'Überfällig', 'OVERDUE', `/vorgaenge/${late.id}`],
      ['FOLLOW_UP', 'Heute nachfassen', 'TODAY', `/vorgaenge/${soon.id}/wiedervorlagen`],
      ['NEXT_STEP', 'Anrufen', 'SOON', `/vorgaenge/${soon.id}`],
      ['NO_NEXT_STEP', 'Ohne Plan', null, `/vorgaenge/${bare.id}`],
    ]);
    expect(total).toBe(4);
    expect(counts.find(({ kind }) => kind === 'NEXT_STEP')?.count).toBe(2);
    expect((await day(colleague)).items.map(({ title }) => title)).toEqual(['Für Kollegin']);
    expect((await day(liaison)).total).toBe(0);
  });

  it('shows an offer to those who decide it, and to its sender that the answer is missing', async () => {
    const { id } = await open('Zieht nach Rodgau', { nextStepOn: addDays(today, 60) });
    await offerToRodgau(id);
    const offer = (await day(liaison)).items;
    expect(offer).toMatchObject([
      { kind: 'HANDOVER', organisationName: langen.name, dueness: 'SOON', caseTitle: null, companyName: null, link: '/uebergaben' },
    ]);
    expect((await day(officer)).items).toContainEqual(
      expect.objectContaining({
        kind: 'WAITING',
        title: 'Zieht nach Rodgau',
        organisationName: rodgau.name,
        link: `/vorgaenge/${id}/uebergaben`,
      }),
    );
    expect((await day(colleague)).items.map(({ kind }) => kind)).not.toContain('WAITING');
  });

  it('counts the same open offers as the inbox, whatever a person may decide', async () => {
    const rodgauOfficer = await api.world.person(rodgau, 'OFFICER');
    const rodgauManager = await api.world.person(rodgau, 'MANAGER');
    const deputy = await api.world.person(rodgau, 'OFFICER');
    await api.world.sql(
      `insert into absences (organisation_id, user_id, deputy_id, starts_on, ends_on) values ($1, $2, $3, today_in_berlin(), today_in_berlin() + 1)`,
      [rodgau.id, liaison.userId, deputy.userId],
    );
    await offerToRodgau((await open('Umzug der Werkstatt')).id);
    await offerToRodgau((await open('Geheimer Umzug', { type: 'SETTLEMENT' })).id, { confidential: true });

    const offers = async (person: TestPerson) => (await day(person)).items.filter(({ kind }) => kind === 'HANDOVER').map(({ id }) => id);
    const inbox = async (person: TestPerson) =>
      (await api.as(person).get<{ items: { id: string }[]; total: number }>('/handovers?box=in&state=OFFERED')).body;
    for (const person of [liaison, deputy, rodgauOfficer]) {
      const { items, total } = await inbox(person);
      expect((await offers(person)).sort()).toEqual(items.map(({ id }) => id).sort());
      expect(total).toBe(person === rodgauOfficer ? 2 : 3);
    }
    expect(await offers(rodgauManager)).toEqual([]); // reads them, decides none
    expect(await offers(officer)).toEqual([]);
  });

  it('shows the lead whom to call back, whatever the day', async () => {
    const { id } = await open('Schlecht benotet', { nextStepOn: addDays(today, 60) });
    await api.world.sql(
      `insert into follow_ups (case_id, organisation_id, assignee_id, kind, title, due_on) values ($1, $2, $3, 'RECOVERY', 'Bitte anrufen', today_in_berlin() + 20)`,
      [id, langen.id, manager.userId],
    );
    expect((await day(manager)).items).toMatchObject([{ kind: 'RECOVERY', title: 'Bitte anrufen', dueness: 'LATER' }]);
    expect((await day(officer)).items.map(({ kind }) => kind)).not.toContain('RECOVERY');
  });

  it('never shows a confidential case to those outside its team', async () => {
    const { id } = await open('Geheim', { type: 'SETTLEMENT', nextStepOn: today });
    await api.world.sql(
      `insert into follow_ups (case_id, organisation_id, kind, title, due_on) values ($1, $2, 'RECOVERY', 'Geheim anrufen', today_in_berlin())`,
      [id, langen.id],
    );
    expect((await day(officer)).items.map(({ caseTitle }) => caseTitle)).toContain('Geheim');
    for (const person of [colleague, manager, liaison]) {
      expect((await day(person)).items.map(({ caseTitle }) => caseTitle)).not.toContain('Geheim');
    }
  });

  it('is not for administrators', async () => {
    const administrator = await api.world.person(langen, 'ADMINISTRATOR');
    expect((await api.as(administrator).get('/my-day')).status).toBe(403);
  });
});
