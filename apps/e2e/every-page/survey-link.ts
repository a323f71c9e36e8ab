import { expect } from '@playwright/test';
import type { Script } from '../support/script';

interface Mail {
  to: string;
  text?: string | null;
}

/** Opens and closes a case of a new company. @returns the address that is asked for a grade */
export async function closedCase(officer: Script, name: string, language: 'de' | 'en' = 'de'): Promise<string> {
  const email = `${name.replaceAll(' ', '.').toLowerCase()}@probe.example`;
  const company = await officer.company(name, {
    contacts: [{ firstName: 'Petra', lastName: 'Probe', email, language, surveyNotice: true }],
  });
  const { id } = await officer.openCase(company.id, `${name}: Anbau`);
  await officer.move(id, { status: 'CLOSED', outcome: 'ACHIEVED' });
  return email;
}

/** The link in the mail to this address, as the administration of the demonstration reads it. */
export async function surveyLink(admin: Script, email: string): Promise<string> {
  const { items } = await admin.get<{ items: Mail[] }>('/outgoing-mail?size=50');
  const text = items.find(({ to }) => to === email)?.text ?? '';
  const link = /https?:\/\/\S+\/umfrage\/[\w-]+/.exec(text)?.[0] ?? '';
  expect(link, `link in the mail to ${email}`).not.toBe('');
  return link;
}
