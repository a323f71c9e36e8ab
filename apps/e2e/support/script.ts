import { type APIRequestContext, expect } from '@playwright/test';

interface Ref {
  id: string;
}
export interface CaseRef extends Ref {
  fileNumber: string;
  title: string;
}
export interface CompanyRef extends Ref {
  name: string;
  contacts: Ref[];
}

let last = 0;
const words = [
  'Anker',
  'Birke',
  'Distel',
  'Erle',
  'Falke',
  'Ginster',
  'Hasel',
  'Iltis',
  'Kiesel',
  'Linde',
  'Mohn',
  'Nelke',
  'Otter',
  'Pappel',
];

/** A name nobody else has in this run: letters only, because the search forgives a wrong letter and would find neighbours. */
export function unique(word: string): string {
  const number = (Date.now() % 1_000_000_000) * 100 + (last++ % 100);
  const tail = [...String(number)].map((digit) => String.fromCharCode(97 + Number(digit) * 2)).join('');
  return `Probe ${word} ${words[last % words.length]}${tail}`;
}

/** Prepares data as a person would, over HTTP with the person's own rights. */
export class Script {
  constructor(private readonly http: APIRequestContext) {}

  async post<T>(path: string, data: object): Promise<T> {
    const answer = await this.http.post(`/api/v1${path}`, { data });
    expect(answer.ok(), `POST ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
    return (await answer.json()) as T;
  }

  async get<T>(path: string): Promise<T> {
    const answer = await this.http.get(`/api/v1${path}`);
    expect(answer.ok(), `GET ${path}: ${answer.status()}`).toBe(true);
    return (await answer.json()) as T;
  }

  /** The bare status, where a refusal is the point. */
  async status(path: string): Promise<number> {
    return (await this.http.get(`/api/v1${path}`)).status();
  }

  company(name: string, more: object = {}): Promise<CompanyRef> {
    return this.post('/companies', {
      name,
      legalForm: 'GmbH',
      establishments: [{ street: 'Europaplatz', houseNumber: '1', postalCode: '63128', place: 'Dietzenbach' }],
      contacts: [{ firstName: 'Petra', lastName: 'Probe', email: 'petra.probe@probe.example', phone: '06074 3730' }],
      ...more,
    });
  }

  openCase(companyId: string, title: string, more: object = {}): Promise<CaseRef> {
    return this.post('/cases', { type: 'EXPANSION', title, companyId, ...more });
  }

  async move(caseId: string, to: object): Promise<void> {
    const seen = await this.http.get(`/api/v1/cases/${caseId}`);
    const answer = await this.http.put(`/api/v1/cases/${caseId}/status`, {
      data: to,
      headers: { 'If-Match': seen.headers()['etag'] ?? '' },
    });
    expect(answer.ok(), `PUT status: ${answer.status()} ${await answer.text()}`).toBe(true);
  }

  async organisation(slug: string): Promise<string> {
    const { items } = await this.get<{ items: { id: string; slug: string }[] }>('/organisations');
    const found = items.find((organisation) => organisation.slug === slug);
    expect(found, `organisation ${slug}`).toBeDefined();
    return found?.id ?? '';
  }

  async offer(caseId: string, to: string, kind = 'TRANSFER', note = 'Bitte übernehmen.'): Promise<Ref> {
    const toOrganisationId = await this.organisation(to);
    return this.post(`/cases/${caseId}/handovers`, { toOrganisationId, kind, reasonCode: 'RESPONSIBILITY', note });
  }

  async end(): Promise<void> {
    await this.http.dispose();
  }
}
