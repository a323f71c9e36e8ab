import type { CompanyDto, CompanyPageDto } from '@lotse/companies/contract';
import { testApi } from '@lotse/shared/testing';
import { aCompany, companyWorld, createCompany } from './companies.fixture';
import { CompaniesModule } from './companies.module';

describe.each([
  ['with the checks of the API off', { apiChecks: false }],
  ['with the policies of the database off', { policies: false }],
])('%s', (_, options) => {
  it('no company, person or contact reaches somebody who may not see it', async () => {
    const api = await testApi([CompaniesModule], options);
    try {
      const at = await companyWorld(api);
      const natural = await createCompany(api, at.officer, aCompany(at, { name: 'Canary Natur', legalForm: 'e.K.' }));
      const secret = await createCompany(api, at.officer, aCompany(at, { name: 'Canary Geheim', legalForm: 'AG', confidential: true }));
      const open = await createCompany(api, at.officer, aCompany(at, { name: 'Canary Offen', legalForm: 'AG' }));
      await api.as(at.officer).post(`/companies/${open.id}/interactions`, { kind: 'NOTE', text: 'canary' });

      for (const [person, visible] of [
        [at.stranger, [open.id]],
        [at.foreigner, []],
        [at.colleague, [open.id, natural.id]],
      ] as const) {
        const as = api.as(person);
        const found = await as.get<CompanyPageDto>('/companies?q=canary');
        expect(found.body.items.map(({ id }) => id).sort()).toEqual([...visible].sort());
        expect(found.body.total).toBe(visible.length);
        for (const { id } of [natural, secret, open]) {
          const seen = (visible as readonly string[]).includes(id) ? 200 : 404;
          expect((await as.get(`/companies/${id}`)).status).toBe(seen);
          expect((await as.get(`/companies/${id}/interactions`)).status).toBe(seen);
        }
      }
      const read = await api.as(at.stranger).get<CompanyDto>(`/companies/${open.id}`);
      expect(read.body.contacts).toEqual([]);
      expect((await api.as(at.stranger).get<{ total: number }>(`/companies/${open.id}/interactions`)).body.total).toBe(0);
      const hints = await api.as(at.stranger).get<{ items: { companyId: string }[] }>('/companies/duplicates?name=Canary%20Natur');
      expect(hints.body.items.map(({ companyId }) => companyId)).not.toContain(natural.id);

      const changed = await api.as(at.stranger).patch(`/companies/${open.id}`, { name: 'Fremd' }, { version: 1 });
      const place = await api.as(at.stranger).patch(`/establishments/${open.establishments[0]?.id}`, { street: 'Fremd' }, { version: 1 });
      const person = await api.as(at.stranger).patch(`/contacts/${open.contacts[0]?.id}`, { lastName: 'Fremd' }, { version: 1 });
      for (const { status } of [changed, place, person]) expect([403, 404, 412]).toContain(status);
      const after = await api.as(at.officer).get<CompanyDto>(`/companies/${open.id}`);
      expect(after.body).toMatchObject({
        name: 'Canary Offen',
        version: 1,
        establishments: [{ street: 'Beispielstraße' }],
        contacts: [{ lastName: 'Beispiel' }],
      });
    } finally {
      await api.close();
    }
  });
});
