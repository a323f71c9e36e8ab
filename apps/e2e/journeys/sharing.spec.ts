import { CasePage } from '../screens/case-page';
import { Handovers } from '../screens/handovers';
import { OfferDialog } from '../screens/offer-dialog';
import { Visibility } from '../screens/visibility';
import { unique } from '../support/script';
import { expect, test } from '../support/test';

test('a case is shared by way of exception: the partner reads what was chosen, the owner sees who reads it, data protection sees why', async ({
  enter,
  script,
}) => {
  const officer = await script('officer', 'kreis-offenbach');
  const { name } = (await officer.get<{ user: { name: string } }>('/session')).user;
  const [title, words, reason] = [unique('Ausnahme'), unique('Gespräch'), unique('Grund')];
  const company = await officer.company(unique('Betrieb'));
  const { id } = await officer.openCase(company.id, title);
  await officer.post(`/companies/${company.id}/interactions`, { kind: 'CALL', text: words, caseId: id });

  const { page } = await enter('officer', 'kreis-offenbach');
  const theCase = new CasePage(page);
  await theCase.open(id);
  await theCase.handOver();
  const offer = new OfferDialog(page);
  await offer.fill({ kind: 'Um Stellungnahme bitten', to: 'Stadt Rodgau', reason: 'Fachwissen', note: 'Wie sehen Sie das?' });
  await offer.setAside(reason);
  await expect(offer.line('Ansprechperson').getByRole('checkbox')).not.toBeChecked();
  await offer.line('Ansprechperson').getByRole('checkbox').check();
  await expect(offer.line('Ansprechperson')).toHaveAttribute('data-seen', 'OFFER');
  await expect(offer.line('Kontakte und Wiedervorlagen')).toHaveAttribute('data-seen', 'NEVER');
  await offer.send();

  const { page: there } = await enter('liaison', 'rodgau', { language: 'en' });
  const inbox = new Handovers(there);
  await inbox.open();
  await inbox.accept(title);
  await inbox.card(title).getByRole('link', { name: 'Open case' }).click();
  await expect(new CasePage(there).title).toHaveText(title);
  await expect(there.getByRole('main')).toContainText('Petra Probe');
  await expect(there.getByRole('main')).not.toContainText(words);

  await theCase.tab('Wer sieht das');
  const reader = new Visibility(page).reader('Stadt Rodgau');
  await expect(reader).toContainText('begründete Abweichung');
  await expect(reader).toContainText('Ansprechperson');
  await expect(reader).not.toContainText('Kontakte');
  const { page: log } = await enter('dpo', 'kreis-offenbach', { language: 'en' });
  await log.goto('/administration/protokoll');
  const line = log.getByRole('row').filter({ hasText: reason });
  await expect(line).toContainText(name);
  await expect(log.getByRole('main')).not.toContainText(title); // why, never what
});

test('the company agrees at the telephone and takes it back: the open page of the partner loses the case at once', async ({
  enter,
  script,
}) => {
  const writer = await script('officer', 'langen');
  const [title, person] = [unique('Einverständnis'), 'Erika Beispiel'];
  const { id } = await writer.openCase((await writer.company(unique('Betrieb'))).id, title);
  const { page } = await enter('officer', 'langen', { language: 'en' });
  const theCase = new CasePage(page);
  await theCase.open(id);
  await theCase.handOver();
  const offer = new OfferDialog(page);
  await offer.fill({ kind: 'Work on it together', to: 'Stadt Dreieich', reason: 'Expertise', note: 'Zu zweit geht es schneller.' });
  await offer.agreedBy(person);
  await offer.send();

  const { page: there, guard } = await enter('liaison', 'dreieich');
  guard.expect(new RegExp(`^GET /api/v1/cases/${id}\\S* 404$`));
  const inbox = new Handovers(there);
  await inbox.open();
  await inbox.accept(title);
  await inbox.card(title).getByRole('link', { name: 'Vorgang öffnen' }).click();
  await expect(new CasePage(there).title).toHaveText(title);

  await theCase.tab('Who sees this');
  const visibility = new Visibility(page);
  await expect(visibility.reader('Stadt Dreieich')).toContainText('agreement');
  await visibility.withdraw(person);
  await expect(page.getByText(/^\s*withdrawn on/)).toBeVisible();
  await expect(visibility.reader('Stadt Dreieich')).toHaveCount(0);

  await expect(new CasePage(there).title).toHaveText('Nicht gefunden'); // without a reload
  await expect(there.getByRole('main')).not.toContainText(title);
  await there.goto(`/vorgaenge?q=${encodeURIComponent(title)}`);
  await expect(there.getByRole('link', { name: title })).toHaveCount(0);
});
