import type { CaseDto } from '@lotse/cases/contract';
import { type TestApi, testApi } from '@lotse/shared/testing';
import { aCase, aCompany, type CaseWorld, caseWorld, share } from './cases.fixture';
import { CasesModule } from './cases.module';

describe('cases', () => {
  let api: TestApi;
  let w: CaseWorld;

  beforeAll(async () => {
    api = await testApi([CasesModule]);
    w = await caseWorld(api);
  });
  afterAll(() => api.close());

  describe('opening one', () => {
    it('belongs to the organisation of the person, who is its officer, with a file number and the oldest contact', async () => {
      const created = await api.as(w.officer).post<CaseDto>('/cases', {
        type: 'EXPANSION',
        title: 'Neue Halle',
        companyId: w.companyId,
        details: { areaSqm: 4000, jobs: 12, permitsNeeded: true, plannedFor: '2027-03-31' },
        nextStep: 'Gelände besichtigen',
        nextStepOn: '2026-12-01',
      });
      expect(created.status).toBe(201);
      expect(created.headers.get('etag')).toBe('"1"');
      expect(created.body).toMatchObject({
        type: 'EXPANSION',
        title: 'Neue Halle',
        status: 'NEW',
        access: 'FULL',
        confidential: false,
        ownerOrganisationId: w.langen.id,
        officerName: 'Olga Amt',
        contactPersonId: w.contactId,
        contactPersonName: 'Ada Beispiel',
        companyName: 'Müller Präzisionsteile GmbH',
        municipality: w.langen.name,
        details: { areaSqm: 4000, jobs: 12, permitsNeeded: true, plannedFor: '2027-03-31' },
        nextStep: 'Gelände besichtigen',
        nextStepOn: '2026-12-01',
        version: 1,
      });
      expect(created.body.fileNumber).toMatch(/^[A-Z]+-\d{4}-[0-9A-Z]{4}$/);
      const read = await api.as(w.colleague).get<CaseDto>(`/cases/${created.body.id}`);
      expect(read.status).toBe(200);
      expect(read.body).toEqual(created.body);
    });

    it('keeps a settlement enquiry confidential unless said otherwise', async () => {
      const quiet = await aCase(api, w.officer, w.companyId, {
        type: 'SETTLEMENT',
        details: { projectName: 'Projekt Nordlicht', useClass: 'GE' },
      });
      expect(quiet).toMatchObject({ confidential: true, projectName: 'Projekt Nordlicht' });
      const open = await aCase(api, w.officer, w.companyId, { type: 'SETTLEMENT', confidential: false });
      expect(open.confidential).toBe(false);
    });

    it('keeps every case of a confidential company confidential', async () => {
      const secret = await aCompany(api.world, w.langen, 'Geheim GmbH', true);
      await api.world.sql('update companies set reader_users = array[$2::uuid] where id = $1', [secret, w.officer.userId]);
      expect(await aCase(api, w.officer, secret)).toMatchObject({ confidential: true, companyName: 'Projekt Morgenrot' });
      const open = await api.as(w.officer).post('/cases', { type: 'OTHER', title: 'Offen', companyId: secret, confidential: false });
      expect(open).toMatchObject({ status: 422, body: { code: 'case.companyConfidential' } });
    });

    it.each([
      [{ title: '' }, '/title'],
      [{ title: '   ' }, '/title'],
      [{ title: 'x'.repeat(201) }, '/title'],
      [{ type: 'WISH' }, '/type'],
      [{ companyId: 'none' }, '/companyId'],
      [{ nextStepOn: '2026-02-30' }, '/nextStepOn'],
      [{ nextStepOn: '0001-01-01' }, '/nextStepOn'],
      [{ details: { areaSqm: 'viel' } }, '/details/areaSqm'],
      [{ details: { useClass: 'GE' } }, '/details/useClass'],
      [{ details: [] }, '/details'],
      [{ ownerOrganisationId: 'x' }, '/ownerOrganisationId'],
    ])('refuses %j', async (fault, pointer) => {
      const answer = await api.as(w.officer).post<{ code: string; errors: { pointer: string }[] }>('/cases', {
        type: 'EXPANSION',
        title: 'Neue Halle',
        companyId: w.companyId,
        ...fault,
      });
      expect(answer).toMatchObject({ status: 400, body: { code: 'validation' } });
      expect(answer.body.errors.map((error) => error.pointer)).toContain(pointer);
    });

    it('knows only municipalities that exist', async () => {
      const answer = await api.as(w.officer).post('/cases', {
        type: 'RELOCATION',
        title: 'Umzug',
        companyId: w.companyId,
        details: { fromMunicipality: w.ags, toMunicipality: '00000001' },
      });
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/details/toMunicipality', code: 'municipality' }] } });
    });

    it('answers companies and contacts of others like unknown ones', async () => {
      const natural = await aCompany(api.world, w.rodgau, 'Einzelkaufmann');
      await api.world.sql('update companies set is_natural_person = true where id = $1', [natural]);
      for (const companyId of [natural, '00000000-0000-7000-8000-000000000000']) {
        const answer = await api.as(w.officer).post('/cases', { type: 'OTHER', title: 'Fremd', companyId });
        expect(answer).toMatchObject({ status: 404, body: { code: 'company.notFound' } });
      }
      const foreign = await api
        .as(w.stranger)
        .post('/cases', { type: 'OTHER', title: 'Fremd', companyId: w.companyId, contactPersonId: w.contactId });
      expect(foreign).toMatchObject({ status: 404, body: { code: 'contact.notFound' } });
    });

    it.each(['manager', 'administrator'] as const)('is not for a %s', async (who) => {
      expect((await api.as(w[who]).post('/cases', { type: 'OTHER', title: 'Nein', companyId: w.companyId })).status).toBe(403);
    });
  });

  describe('reading one', () => {
    it('shows nothing to another organisation, as if it did not exist', async () => {
      const { id } = await aCase(api, w.officer, w.companyId);
      const foreign = await api.as(w.stranger).get(`/cases/${id}`);
      const unknown = await api.as(w.stranger).get('/cases/00000000-0000-7000-8000-000000000000');
      expect(foreign.status).toBe(404);
      expect({ ...foreign.body, instance: '', requestId: '' }).toEqual({ ...unknown.body, instance: '', requestId: '' });
      expect((await api.as(w.stranger).get(`/cases/${id}/timeline`)).status).toBe(404);
      expect((await api.as(w.stranger).get(`/cases/${id}/follow-ups`)).status).toBe(404);
      expect((await api.as(w.stranger).get(`/cases/${id}/job-effects`)).status).toBe(404);
      expect((await api.as(w.administrator).get(`/cases/${id}`)).status).toBe(403);
      expect((await api.anonymous.get(`/cases/${id}`)).status).toBe(401);
    });

    it('shows those it is shared with the sections that travel, and lets them change nothing', async () => {
      const { id, version } = await aCase(api, w.officer, w.companyId, { details: { jobs: 3 } });
      await share(api, id, w.rodgau, ['MASTER']);
      const { body } = await api.as(w.stranger).get<CaseDto>(`/cases/${id}`);
      expect(body).toMatchObject({
        access: 'SHARED',
        details: { jobs: 3 },
        sections: ['MASTER'],
        contactPersonId: null,
        contactPersonName: null,
        mayContribute: false,
        team: [],
      });
      expect((await api.as(w.stranger).patch(`/cases/${id}`, { title: 'Fremd' }, { version })).status).toBe(404);
      expect((await api.as(w.stranger).put(`/cases/${id}/status`, { status: 'IN_PROGRESS' }, { version })).status).toBe(404);
      expect((await api.as(w.stranger).post(`/cases/${id}/follow-ups`, { title: 'x', dueOn: '2026-12-01' })).status).toBe(404);
    });

    it('leaves a former owner the stub and nothing else', async () => {
      const { id, fileNumber } = await aCase(api, w.officer, w.companyId);
      await api.world.sql(
        `insert into case_stubs (case_id, organisation_id, file_number, type, status, owner_org) values ($1, $2, $3, 'EXPANSION', 'IN_PROGRESS', $4)`,
        [id, w.rodgau.id, fileNumber, w.langen.id],
      );
      expect(await api.as(w.stranger).get(`/cases/${id}`)).toMatchObject({ status: 200 });
      expect((await api.as(w.stranger).get(`/cases/${id}`)).body).toEqual({
        id,
        fileNumber,
        type: 'EXPANSION',
        status: 'IN_PROGRESS',
        ownerOrganisationId: w.langen.id,
        access: 'STUB',
      });
      expect((await api.as(w.stranger).get(`/cases/${id}/timeline`)).status).toBe(404);
      const list = await api.as(w.stranger).get<{ items: { id: string }[] }>('/cases');
      expect(list.body.items.map((item) => item.id)).not.toContain(id);
    });

    it('refuses an id that cannot be one', async () => {
      expect(await api.as(w.officer).get('/cases/12')).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/id', code: 'isUuid' }] },
      });
    });
  });
});
