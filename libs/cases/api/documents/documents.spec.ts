import { randomUUID } from 'node:crypto';
import type { BinPageDto, DocumentDto, DocumentPageDto, TimelinePageDto } from '@lotse/cases/contract';
import { AppConfig, StoredFiles } from '@lotse/shared/api';
import { testApi, type TestApi, type TestPerson } from '@lotse/shared/testing';
import { aCase, caseWorld, type CaseWorld, share } from '../cases.fixture';
import { CasesModule } from '../cases.module';
import { namesFor, pdf, upload, uploadVersion } from './documents.fixture';

describe('documents of a case', () => {
  let api: TestApi;
  let people: CaseWorld;
  let caseId: string;
  beforeAll(async () => {
    api = await testApi([CasesModule]);
    people = await caseWorld(api);
  });
  afterAll(() => api.close());
  beforeEach(async () => (caseId = (await aCase(api, people.officer, people.companyId)).id));

  const events = async (person: TestPerson) => {
    const { body } = await api.as(person).get<TimelinePageDto>(`/cases/${caseId}/timeline`);
    return (body.items ?? []).filter(({ kind }) => kind.startsWith('document.')).map(({ kind, data }) => [kind, data['name']]);
  };
  const content = ({ id }: DocumentDto, number = 1) => `/documents/${id}/versions/${number}/content`;

  it('are taken, listed, and given out as they came', async () => {
    const { status, headers, body } = await upload(api, people.officer, caseId, 'Lageplan "Ost" (größer).pdf');
    expect([status, headers.get('etag')]).toEqual([201, '"1"']);
    expect(body).toMatchObject({
      level: 'PARTIES',
      kind: 'PDF',
      isSame: false,
      mayChange: true,
      versions: [{ number: 1, uploadedByName: 'Olga Amt' }],
    });
    const answer = await api.as(people.manager).get<unknown>(content(body));
    expect([answer.status, answer.body]).toEqual([200, pdf('Lageplan "Ost" (größer).pdf')]);
    expect(
      Object.fromEntries(
        ['content-type', 'content-security-policy', 'x-content-type-options', 'cache-control'].map((name) => [
          name,
          answer.headers.get(name),
        ]),
      ),
    ).toEqual({
      'content-type': 'application/pdf',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="Lageplan _Ost_ (gr__er).pdf"; filename*=UTF-8''Lageplan%20%22Ost%22%20%28gr%C3%B6%C3%9Fer%29.pdf`,
    );
    const { body: page } = await api.as(people.manager).get<DocumentPageDto>(`/cases/${caseId}/documents`);
    expect(page).toMatchObject({
      total: 1,
      inBin: 0,
      mayAdd: false,
      uploadLimit: 1024 * 1024,
      items: [{ mayChange: false, mayAddVersion: false }],
    });
    expect(await events(people.manager)).toEqual([['document.added', 'Lageplan "Ost" (größer).pdf']]);
  });

  it('are all kept when several come with one Idempotency-Key, which says nothing of a file', async () => {
    const key = randomUUID();
    const files = ['erster', 'zweiter', 'zweiter'];
    const answers: { status: number; body: DocumentDto }[] = [];
    for (const content of files) answers.push(await upload(api, people.officer, caseId, 'Plan.pdf', { content: pdf(content), key }));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 200]);
    const [first, second, third] = answers.map(({ body }) => body.id);
    expect([second === first, third === second]).toEqual([false, true]);
  });

  it('are what their content says, whatever their name says', async () => {
    const { body } = await upload(api, people.officer, caseId, 'bild.png', { content: 'Nur Text, auf <b>Deutsch</b>' });
    expect(body.kind).toBe('TEXT');
    const answer = await api.as(people.officer).get(content(body));
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain('filename="bild.png.txt"');
    expect((await api.as(people.officer).get(`${content(body)}?inline=1`)).body).toMatchObject({ status: 422, code: 'document.noPreview' });
    const program = await upload(api, people.officer, caseId, 'rechnung.pdf', { content: '\u007fELF\u0002\u0001\u0001\0\0\0\0' });
    expect([program.status, program.body]).toEqual([422, expect.objectContaining({ code: 'file.kindNotAllowed' })]);
    expect(await namesFor(api, people.officer, caseId)).toEqual(['bild.png']);
  });

  it('are looked at in the page when they can be', async () => {
    const { body } = await upload(api, people.officer, caseId, 'ansicht.pdf');
    const answer = await api.as(people.officer).get(`${content(body)}?inline=1`);
    expect([answer.status, answer.headers.get('content-disposition')?.split(';')[0]]).toEqual([200, 'inline']);
  });

  it('are refused when too large, of another type, or without a name', async () => {
    const large = await upload(api, people.officer, caseId, 'gross.txt', { content: 'x'.repeat(1024 * 1024 + 1) });
    expect([large.status, large.body]).toEqual([
      413,
      expect.objectContaining({ code: 'file.tooLarge', details: { limit: 1024 * 1024, megabytes: 1 } }),
    ]);
    expect((await api.as(people.officer).post(`/cases/${caseId}/documents?name=x`, { a: 1 })).status).toBe(415);
    const headers = { 'content-type': 'application/octet-stream' };
    expect((await api.as(people.officer).post(`/cases/${caseId}/documents`, undefined, { raw: 'x', headers })).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/name', code: 'required' }],
    });
    expect((await upload(api, people.officer, caseId, 'leer.txt', { content: '' })).body).toMatchObject({ code: 'file.empty' });
    expect((await upload(api, people.manager, caseId, 'leitung.pdf')).status).toBe(403);
    expect(await namesFor(api, people.officer, caseId)).toEqual([]);
  });

  it('are not doubled, also when they arrive at the same moment', async () => {
    const answers = await Promise.all(
      ['a.pdf', 'b.pdf', 'c.pdf'].map((name) => upload(api, people.officer, caseId, name, { content: pdf('dasselbe') })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await namesFor(api, people.officer, caseId))?.length).toBe(1);
  });

  it('do not tell that somebody else has the same file', async () => {
    await upload(api, people.colleague, caseId, 'privat.pdf', { level: 'PERSON', content: pdf('geheim') });
    const own = await upload(api, people.officer, caseId, 'eigen.pdf', { content: pdf('geheim') });
    expect([own.status, own.body.name]).toEqual([201, 'eigen.pdf']);
  });

  it('have versions, each from the one that was seen', async () => {
    const { body: first } = await upload(api, people.officer, caseId, 'plan.pdf', { content: pdf('eins') });
    const second = await uploadVersion(api, people.colleague, first, pdf('zwei'));
    expect(second.body).toMatchObject({ version: 2, isSame: false, versions: [{ number: 2, uploadedByName: 'Karl Amt' }, { number: 1 }] });
    expect((await uploadVersion(api, people.officer, first, pdf('drei'))).body).toMatchObject({ status: 412, code: 'stale' });
    expect((await uploadVersion(api, people.officer, second.body, pdf('zwei'))).body).toMatchObject({ isSame: true, version: 2 });
    expect((await api.as(people.officer).get<unknown>(content(first, 1))).body).toBe(pdf('eins'));
    expect((await api.as(people.officer).get<unknown>(content(first, 2))).body).toBe(pdf('zwei'));
    expect((await api.as(people.officer).get(content(first, 3))).status).toBe(404);
  });

  it('are renamed, narrowed and widened, and the timeline of others keeps no name they may not read', async () => {
    const { body } = await upload(api, people.officer, caseId, 'entwurf.pdf');
    const change = (version: number, changes: object, person = people.officer) =>
      api.as(person).patch<DocumentDto>(`/documents/${body.id}`, changes, { version });
    expect((await change(1, { name: 'Vertrag.pdf' })).body).toMatchObject({ name: 'Vertrag.pdf', version: 2 });
    expect((await change(2, { level: 'PERSON' })).body).toMatchObject({ level: 'PERSON', version: 3 });
    expect(await namesFor(api, people.colleague, caseId)).toEqual([]);
    expect(await events(people.colleague)).toEqual([]);
    expect(await events(people.officer)).toEqual([
      ['document.level', 'Vertrag.pdf'],
      ['document.renamed', 'Vertrag.pdf'],
      ['document.added', 'entwurf.pdf'],
    ]);
    expect((await change(3, { name: 'x' }, people.colleague)).status).toBe(404);
    expect((await change(2, { level: 'REGION' })).body).toMatchObject({ code: 'stale' });
    await change(3, { level: 'REGION' });
    expect((await events(people.colleague)).length).toBe(4);
  });

  it('lie in the bin for 30 days, and can be taken back', async () => {
    const { body } = await upload(api, people.officer, caseId, 'weg.pdf');
    expect((await api.as(people.officer).delete(`/documents/${body.id}`, { version: 1 })).status).toBe(204);
    expect([await namesFor(api, people.officer, caseId), await namesFor(api, people.officer, caseId, '?deleted=true')]).toEqual([
      [],
      ['weg.pdf'],
    ]);
    expect(await namesFor(api, people.manager, caseId, '?deleted=true')).toEqual([]);
    expect((await api.as(people.officer).get(content(body))).status).toBe(404);
    const back = await api.as(people.officer).post<DocumentDto>(`/documents/${body.id}/restore`, undefined, { version: 2 });
    expect([back.status, back.body.deletedAt]).toEqual([200, null]);
    await api.as(people.officer).delete(`/documents/${body.id}`, { version: 3 });
    await api.world.sql(`update documents set deleted_at = now() - interval '31 days' where id = $1`, [body.id]);
    await api.world.sql('select empty_document_bin()');
    expect((await api.as(people.officer).get(`/documents/${body.id}`)).status).toBe(404);
    expect((await events(people.officer)).map(([kind]) => kind)).toEqual([
      'document.deleted',
      'document.restored',
      'document.deleted',
      'document.added',
    ]);
  });

  it('lie in the bin of the organisation too, for whoever may take them back', async () => {
    const { body } = await upload(api, people.officer, caseId, 'Korb.pdf', { level: 'ORGANISATION' });
    const bin = async (person: TestPerson) => (await api.as(person).get<BinPageDto>('/bin')).body.items.filter(({ id }) => id === body.id);
    expect(await bin(people.colleague)).toEqual([]);
    await api.as(people.officer).delete(`/documents/${body.id}`, { version: 1 });
    expect(await bin(people.colleague)).toMatchObject([{ kind: 'DOCUMENT', title: 'Korb.pdf', caseId, deletedByName: 'Olga Amt' }]);
    expect([await bin(people.manager), await bin(people.stranger)]).toEqual([[], []]);
    for (const person of [people.manager, people.stranger])
      expect((await api.as(person).post(`/bin/${body.id}/restore`, {})).status).not.toBe(200);
    expect((await api.as(people.colleague).post(`/bin/${body.id}/restore`, {})).body).toEqual({ kind: 'DOCUMENT', id: body.id });
    expect(await namesFor(api, people.officer, caseId)).toEqual(['Korb.pdf']);
    expect([await bin(people.officer), (await events(people.officer)).map(([kind]) => kind)[0]]).toEqual([[], 'document.restored']);
  });

  it('are refused when the organisation has no room left, with what it has', async () => {
    const { body: kept } = await upload(api, people.officer, caseId, 'gross.pdf');
    const limit = api.app.get(AppConfig).storage.quota;
    const [row] = await api.world.sql<{ used: string }>('select storage_used_by($1) as used', [people.langen.id]);
    const others = Number(row?.used) - kept.size;
    const fill = (size: number) => api.world.sql('update document_versions set size = $2 where document_id = $1', [kept.id, size]);
    await fill(limit - others - 20);
    const full = await upload(api, people.officer, caseId, 'zuviel.pdf');
    expect(full).toMatchObject({
      status: 422,
      body: { code: 'file.quotaExceeded', details: { used: limit, limit, size: pdf('zuviel.pdf').length } },
    });
    expect(await namesFor(api, people.officer, caseId)).toEqual(['gross.pdf']);
    await fill(10);
    const two = await Promise.all([upload(api, people.officer, caseId, 'eins.pdf'), upload(api, people.colleague, caseId, 'zwei.pdf')]);
    expect(two.map(({ status }) => status)).toEqual([201, 201]);
  });

  it('leave the storage a day after nothing names them any more', async () => {
    const { body: kept } = await upload(api, people.officer, caseId, 'bleibt.pdf', { content: pdf('bleibt hier') });
    const { body: gone } = await upload(api, people.officer, caseId, 'geht.pdf', { content: pdf('geht gleich') });
    await api.world.sql(`delete from document_versions where document_id = $1`, [gone.id]);
    const files = api.app.get(StoredFiles);
    await files.sweep();
    const hash = async () => (await api.world.sql(`select 1 from stored_files where size = $1`, [pdf('geht gleich').length])).length;
    expect(await hash()).toBeGreaterThan(0);
    expect(await files.sweep(new Date(Date.now() + 60_000))).toBeGreaterThan(0);
    expect((await api.as(people.officer).get(content(kept))).status).toBe(200);
  });

  describe('shared with another organisation', () => {
    const all = ['einzeln.pdf', 'hausintern.pdf', 'offen.pdf', 'regional.pdf'];
    const fill = async (person = people.officer) => {
      await upload(api, person, caseId, 'offen.pdf');
      await upload(api, person, caseId, 'regional.pdf', { level: 'REGION' });
      await upload(api, person, caseId, 'hausintern.pdf', { level: 'ORGANISATION' });
      await upload(api, person, caseId, 'einzeln.pdf', { level: 'PERSON' });
    };

    it('show what their level says', async () => {
      await fill();
      expect(await namesFor(api, people.officer, caseId)).toEqual(all);
      expect(await namesFor(api, people.colleague, caseId)).toEqual(all.slice(1));
      expect(await namesFor(api, people.stranger, caseId)).toBeUndefined();
      await share(api, caseId, people.rodgau, ['MASTER']);
      expect(await namesFor(api, people.stranger, caseId)).toEqual(['regional.pdf']);
      await share(api, caseId, people.rodgau, ['MASTER', 'DOCUMENTS']);
      expect(await namesFor(api, people.stranger, caseId)).toEqual(['offen.pdf', 'regional.pdf']);
      expect((await upload(api, people.stranger, caseId, 'fremd.pdf')).status).toBe(404);
      expect((await events(people.stranger)).map(([, name]) => name)).toEqual(['regional.pdf', 'offen.pdf']);
    });

    it('are kept apart on both sides when both work along', async () => {
      await fill();
      await share(api, caseId, people.rodgau, ['MASTER', 'DOCUMENTS'], true);
      const theirs = await upload(api, people.stranger, caseId, 'aus Rodgau.pdf');
      expect((await upload(api, people.stranger, caseId, 'nur Rodgau.pdf', { level: 'ORGANISATION' })).status).toBe(201);
      expect(await namesFor(api, people.officer, caseId)).toEqual(['aus Rodgau.pdf', ...all]);
      expect(await namesFor(api, people.strangerLiaison, caseId)).toEqual([
        'aus Rodgau.pdf',
        'nur Rodgau.pdf',
        'offen.pdf',
        'regional.pdf',
      ]);
      const { body } = await api.as(people.stranger).get<DocumentPageDto>(`/cases/${caseId}/documents`);
      const open = body.items.find(({ name }) => name === 'offen.pdf') as DocumentDto;
      expect(open).toMatchObject({ mayChange: false, mayAddVersion: true });
      expect((await api.as(people.stranger).patch(`/documents/${open.id}`, { name: 'x' }, { version: 1 })).body).toMatchObject({
        code: 'document.notYours',
      });
      await api.world.sql('delete from case_access where case_id = $1', [caseId]);
      await api.world.sql('select refresh_case($1)', [caseId]);
      expect(await namesFor(api, people.stranger, caseId)).toBeUndefined();
      expect((await api.as(people.stranger).get(`/documents/${theirs.body.id}`)).status).toBe(404);
      expect(await namesFor(api, people.officer, caseId)).toEqual(['aus Rodgau.pdf', ...all]);
    });
  });

  it('of a confidential case are for its team', async () => {
    const secret = await aCase(api, people.officer, people.companyId, { confidential: true, projectName: 'Projekt Abendrot' } as never);
    const { body } = await upload(api, people.officer, secret.id, 'vertraulich.pdf', { level: 'REGION' });
    for (const person of [people.colleague, people.manager, people.stranger]) {
      expect(await namesFor(api, person, secret.id)).toBeUndefined();
      for (const path of [`/documents/${body.id}`, content(body)]) expect((await api.as(person).get(path)).status).toBe(404);
    }
    expect((await upload(api, people.colleague, secret.id, 'neugierig.pdf')).status).toBe(404);
  });
});
