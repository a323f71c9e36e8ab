import { unique } from '../support/script';
import { expect, test } from '../support/test';
import { CasePage } from '../screens/case-page';
import { Handovers } from '../screens/handovers';

test('an offer is declined with reason and words, and the sender reads both', async ({ enter, script }) => {
  const sender = await script('officer', 'obertshausen');
  const title = unique('Ablehnung');
  const { id: companyId } = await sender.company(unique('Absender'));
  const opened = await sender.openCase(companyId, title);
  await sender.offer(opened.id, 'heusenstamm', 'TRANSFER', 'Liegt das nicht bei Ihnen?');

  const { page } = await enter('liaison', 'heusenstamm');
  const inbox = new Handovers(page);
  await inbox.open();
  await expect(inbox.card(title)).toContainText('noch 2 Arbeitstage');
  await inbox.decline(title, 'nicht zuständig', 'Das Grundstück liegt in Hausen.');
  await expect(inbox.card(title)).toHaveCount(0); // what remains is a line of history without the title
  await expect(page.getByText('Abgelehnt. Die andere Stelle sieht Ihre Gründe.')).toBeVisible();

  const { page: at } = await enter('officer', 'obertshausen', { language: 'en' });
  await new CasePage(at).open(opened.id);
  await new CasePage(at).tab('Handovers');
  const card = at.getByRole('article');
  await expect(card).toContainText('declined');
  await expect(card).toContainText('not responsible');
  await expect(card).toContainText('Das Grundstück liegt in Hausen.');
});

test('a double click accepts one offer, which stays where it was and leads to the case', async ({ enter, script }) => {
  const sender = await script('officer', 'langen');
  const titles = [unique('Doppelt'), unique('Doppelt')];
  for (const title of titles) {
    const opened = await sender.openCase((await sender.company(unique('Absender'))).id, title);
    await sender.offer(opened.id, 'mainhausen');
  }
  const { page } = await enter('liaison', 'mainhausen');
  const inbox = new Handovers(page);
  await inbox.open();
  const cards = page.getByRole('article').filter({ hasText: /Probe Doppelt/ });
  await expect(cards).toHaveCount(2);
  const texts = await cards.allTextContents();
  const [upper, lower] = texts[0]?.includes(titles[0] ?? '') ? titles : [...titles].reverse();
  /** How far below the beginning of the list it stands: scrolling and what loads above the list do not count. */
  const place = () =>
    inbox.card(upper ?? '').evaluate((card) => card.getBoundingClientRect().top - (card.closest('ul')?.getBoundingClientRect().top ?? NaN));
  const before = await place();
  await inbox
    .card(upper ?? '')
    .getByRole('button', { name: 'Annehmen' })
    .dblclick();
  await expect(inbox.card(upper ?? '')).toContainText('angenommen');
  await expect(page.getByText('Angenommen. Der Vorgang ist jetzt bei Ihrer Organisation.')).toHaveCount(1);
  expect(await place()).toBeCloseTo(before, 0);
  await expect(inbox.card(lower ?? '')).toContainText('angeboten');
  await inbox
    .card(upper ?? '')
    .getByRole('link', { name: 'Vorgang öffnen' })
    .click();
  await expect(new CasePage(page).title).toHaveText(upper ?? '');
});

test('a decline without words is not sent', async ({ enter, script }) => {
  const sender = await script('officer', 'langen');
  const title = unique('Wortlos');
  const opened = await sender.openCase((await sender.company(unique('Absender'))).id, title);
  await sender.offer(opened.id, 'egelsbach');
  const { page } = await enter('liaison', 'egelsbach');
  const inbox = new Handovers(page);
  await inbox.open();
  await inbox.decline(title, 'keine Kapazität', '');
  await expect(inbox.card(title).getByText('Bitte füllen Sie dieses Feld aus.')).toBeVisible();
  await expect(inbox.card(title)).toContainText('angeboten');
});

test('two people decide at once: the second is told who was first', async ({ enter, script }) => {
  const sender = await script('officer', 'langen');
  const title = unique('Gleichzeitig');
  const opened = await sender.openCase((await sender.company(unique('Absender'))).id, title);
  const { id } = await sender.offer(opened.id, 'roedermark');
  const { page, guard } = await enter('liaison', 'roedermark');
  guard.expect(/^POST \/api\/v1\/handovers\/[^/]+\/accept 409$/);
  await page.route('**/api/v1/live', (route) => route.abort()); // this browser hears nothing of the other
  const inbox = new Handovers(page);
  await inbox.open();
  await expect(inbox.card(title)).toBeVisible();
  await (await script('officer', 'roedermark')).post(`/handovers/${id}/accept`, {});
  await inbox.accept(title);
  await expect(page.getByText(/Schon geschehen: angenommen von/).first()).toBeVisible();
});
