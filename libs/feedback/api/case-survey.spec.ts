import { type TestApi, testApi } from '@lotse/shared/testing';
import type { CaseSurveyDto } from '@lotse/feedback/contract';
import { FeedbackModule } from './feedback.module';
import { FeedbackWorld, type Town } from './feedback-world';

const MODES = [
  ['both guards', {}],
  ['the policies alone', { apiChecks: false }],
  ['the API alone', { policies: false }],
] as const;

describe.each(MODES)('the survey of a case, by %s', (_, options) => {
  let api: TestApi;
  let feedback: FeedbackWorld;
  let town: Town;
  let neighbour: Town;
  let stranger: Town;

  beforeAll(async () => {
    api = await testApi([FeedbackModule], options);
    feedback = new FeedbackWorld(api);
    const region = await api.world.region();
    [town, neighbour] = [await feedback.town(region), await feedback.town(region)];
    stranger = await feedback.town(await api.world.region());
  });
  afterAll(() => api.close());

  const read = (person: Town['officer'], id: string) => api.as(person).get<CaseSurveyDto>(`/cases/${id}/survey`);
  const give = async (id: string) => {
    const { token } = await feedback.surveyOf(id);
    await api.anonymous.post(`/surveys/${token}/answer`, { serviceGrade: 5, comment: 'Zu langsam' });
  };

  it('tells how far it is, before and after the closure', async () => {
    const id = await feedback.openCase(town);
    expect((await read(town.officer, id)).body.state).toBe('NONE');
    await feedback.close(town, id);
    expect((await read(town.officer, id)).body).toMatchObject({
      state: 'ASKED',
      mailState: 'QUEUED',
      answer: null,
      ownerOrganisationId: town.organisation.id,
    });
  });

  it('shows the grade to the lead of the owner at closure and to nobody else', async () => {
    const id = await feedback.closedCase(town);
    await give(id);
    expect((await read(town.manager, id)).body).toMatchObject({ state: 'ANSWERED', answer: { serviceGrade: 5, comment: 'Zu langsam' } });
    const { status, body } = await read(town.officer, id);
    expect([status, body.state, body.answer, body.mayReadAnswer]).toEqual([200, 'ANSWERED', null, false]);
    for (const person of [neighbour.manager, neighbour.officer, stranger.manager]) {
      const refused = await read(person, id);
      expect(refused.status).toBe(404);
      expect(JSON.stringify(refused.body)).not.toContain('langsam');
    }
  });

  it('shows a former owner nothing', async () => {
    const id = await feedback.closedCase(town, { handedTo: neighbour, heldShare: 0.9 });
    await give(id);
    expect((await read(neighbour.manager, id)).body.answer?.serviceGrade).toBe(5);
    expect((await read(town.manager, id)).status).toBe(404);
  });

  it('shows a confidential case to its team only', async () => {
    const id = await feedback.closedCase(town, { confidential: true });
    await give(id);
    expect((await read(town.officer, id)).status).toBe(200);
    expect((await read(town.manager, id)).status).toBe(404);
    expect((await read(town.liaison, id)).status).toBe(404);
  });

  it('answers an unknown case like a foreign one', async () => {
    const unknown = await read(town.officer, '0190aaaa-0000-7000-8000-000000000000');
    const foreign = await read(stranger.officer, await feedback.closedCase(town));
    expect([unknown.status, unknown.body['code' as never]]).toEqual([foreign.status, foreign.body['code' as never]]);
  });

  it('gives administrators no case', async () => {
    const { status } = await read(town.administrator, await feedback.closedCase(town));
    expect([403, 404]).toContain(status);
  });
});
