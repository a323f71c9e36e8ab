import { expect } from '@playwright/test';
import { CasePage } from '../screens/case-page';
import { Cases } from '../screens/cases';
import { Handovers } from '../screens/handovers';
import type { Script } from '../support/script';
import type { Visitor } from '../support/test';

interface Story {
  caseId: string;
  companyId: string;
  company: string;
  title: string;
}

/** Every figure somebody reads without looking for anything: counts of lists, the day, the own satisfaction. */
export async function figuresOf(stranger: Script): Promise<Record<string, unknown>> {
  const total = async (path: string) => (await stranger.get<{ total: number }>(path)).total;
  return {
    cases: await total('/cases'),
    in: await total('/handovers?box=in'),
    out: await total('/handovers?box=out'),
    day: await total('/my-day'),
    satisfaction: await stranger.get('/satisfaction'),
  };
}

/**
 * The whole story leaves no trace at somebody who is no party to it: no search, no list, no address shows it. The company's name and
 * address are master data of the region; its people, talks and cases are not.
 */
export async function expectNothingSeen({ page, guard }: Visitor, { caseId, companyId, company, title }: Story): Promise<void> {
  guard.expect(new RegExp(`^GET /api/v1/cases/${caseId}.* 404$`));
  const cases = new Cases(page);
  for (const text of [title, company]) {
    await cases.open(`?status=ALL&q=${encodeURIComponent(text)}`);
    await expect(cases.nothing()).toBeVisible();
  }
  await new CasePage(page).open(caseId).catch(() => undefined);
  await expect(page.getByRole('heading', { name: 'Nicht gefunden' })).toBeVisible();
  await expect(page.getByText(title)).toHaveCount(0);
  for (const box of ['eingang', 'ausgang'] as const) {
    await new Handovers(page).open(box);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(new Handovers(page).card(title)).toHaveCount(0);
  }
  await page.goto(`/unternehmen/${companyId}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${company} GmbH`);
  await expect(page.getByText('Noch keine Ansprechperson Ihrer Organisation erfasst.')).toBeVisible();
  await expect(page.getByText(title)).toHaveCount(0);
  await page.goto(`/unternehmen/${companyId}/kontakte`);
  await expect(page.getByText('Noch kein Kontakt erfasst.')).toBeVisible();
}
