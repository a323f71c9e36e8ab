import { CasePage } from '../screens/case-page';
import { OfferDialog } from '../screens/offer-dialog';
import { unique } from '../support/script';
import { expect, test } from '../support/test';

const DIETZENBACH = '06438001';
const LANGEN = '06438006';

test('a move from Dietzenbach to Langen: neither place learns of it before the company agrees, then both are told', async ({
  enter,
  script,
}) => {
  const officer = await script('officer', 'kreis-offenbach');
  const [companyName, title] = [unique('Verlagerer'), unique('Verlagerung')];
  const company = await officer.company(companyName);
  const details = { fromMunicipality: DIETZENBACH, toMunicipality: LANGEN, plannedFor: '2199-04-01' };
  const opened = await officer.openCase(company.id, title, { type: 'RELOCATION', details });

  const { page, guard } = await enter('officer', 'kreis-offenbach');
  const theCase = new CasePage(page);
  await theCase.open(opened.id);
  const card = page.getByRole('region', { name: 'Verlagerung', exact: true });
  await expect(card).toContainText('Dietzenbach');
  await expect(card).toContainText('Langen');
  await expect(card).toContainText('zählt als Umzug innerhalb der Region, nicht als Ansiedlung');
  await expect(card).toContainText('noch nicht freigegeben');
  await expect(card.getByRole('button')).toHaveText(['Freigabe festhalten']);

  const langen = await enter('liaison', 'langen', { language: 'en' });
  langen.guard.expect(new RegExp(`^GET /api/v1/cases/${opened.id}\\S* 404$`));
  await langen.page.goto('/uebergaben/verlagerungen');
  await expect(langen.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(langen.page.getByRole('main')).not.toContainText(companyName);
  await langen.page.goto(`/vorgaenge/${opened.id}`);
  await expect(langen.page.getByRole('heading', { level: 1 })).toHaveText('Not found');

  guard.expect(/^POST \/api\/v1\/cases\/\S+\/handovers 422$/);
  await theCase.handOver();
  const { dialog, ...offer } = {
    dialog: new OfferDialog(page),
    to: 'Stadt Langen',
    reason: 'Unternehmen zieht um',
    note: 'Bitte übernehmen.',
  };
  await dialog.fill(offer);
  await dialog.dialog.getByRole('button', { name: 'Angebot senden' }).click();
  await expect(dialog.dialog).toContainText('Das Unternehmen hat noch nicht zugestimmt');

  await theCase.open(opened.id);
  await card.getByRole('button', { name: 'Freigabe festhalten' }).click();
  await card.getByLabel('Wer hat zugestimmt?').fill('Erika Beispiel');
  await card.getByLabel('Wer hat zugestimmt?').press('Enter');
  await expect(card).toContainText('Erika Beispiel hat zugestimmt am');
  await card.getByRole('button', { name: 'Beide Kommunen informieren' }).click();
  await page.getByRole('button', { name: 'Informieren', exact: true }).click();
  await expect(card).not.toContainText('noch nicht informiert');
  await expect(card.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('hat von der Verlagerung informiert: ');

  for (const place of ['dietzenbach', 'langen']) {
    const told = await enter('liaison', place);
    await told.page.goto('/uebergaben/verlagerungen');
    const row = told.page.getByRole('row').filter({ hasText: companyName });
    await expect(row).toContainText('Dietzenbach');
    await expect(row).toContainText('Langen');
    await expect(row).toContainText('Kreis Offenbach');
  }
  await langen.page.goto(`/vorgaenge/${opened.id}`);
  await expect(langen.page.getByRole('heading', { level: 1 })).toHaveText('Not found'); // told of the move, not of the case
});
