import { unique } from '../support/script';
import { expect, test } from '../support/test';
import { CasePage } from '../screens/case-page';
import { Companies } from '../screens/companies';
import { Handovers } from '../screens/handovers';
import { NewCase } from '../screens/new-case';
import { OfferDialog } from '../screens/offer-dialog';
import { Outbox } from '../screens/outbox';
import { Satisfaction } from '../screens/satisfaction';
import { Shell } from '../screens/shell';
import { Survey } from '../screens/survey';

test('the same way in English: Heusenstamm asks the IHK to take over, the company answers in English', async ({ enter, visit }) => {
  const company = unique('Export');
  const title = unique('Expansion');
  const email = `${company.replaceAll(' ', '.').toLowerCase()}@probe.example`;

  const officer = await enter('officer', 'heusenstamm', { language: 'en' });
  await officer.page.goto('/unternehmen/neu');
  const companies = new Companies(officer.page);
  await companies.field('Name').fill(company);
  await companies.fill({
    street: 'Im Herrngarten',
    houseNumber: '1',
    postalCode: '63150',
    place: 'Heusenstamm',
    firstName: 'Petra',
    lastName: 'Probe',
    email,
    language: 'en',
  });
  await companies.save();
  await expect(new Shell(officer.page).title).toHaveText(company);
  await companies.openCase();
  const form = new NewCase(officer.page);
  await form.type('Expansion on site');
  await form.title().fill(title);
  await form.nextStep('Arrange a visit');
  await form.create();
  const at = new CasePage(officer.page);
  await expect(at.title).toHaveText(title);
  const id = at.id();
  await at.handOver();
  const offer = new OfferDialog(officer.page);
  await offer.fill({ to: 'IHK Offenbach am Main', reason: 'Expertise', note: 'They export; you know the rules.' });
  await offer.send();

  const chamber = await enter('liaison', 'ihk-offenbach', { language: 'en' });
  const inbox = new Handovers(chamber.page);
  await inbox.open();
  await expect(inbox.card(title)).toContainText('2 working days left');
  await inbox.accept(title);
  await expect(new Shell(chamber.page).toast).toContainText('Accepted.');
  await expect(officer.page.getByText('IHK Offenbach am Main is now responsible for this case.')).toBeVisible();
  await new CasePage(chamber.page).open(id);
  await new CasePage(chamber.page).close('achieved');

  const admin = await enter('admin', 'ihk-offenbach', { language: 'en' });
  const outbox = new Outbox(admin.page);
  await outbox.open();
  await expect(outbox.mailTo(email)).toBeVisible();
  const link = await outbox.linkIn(outbox.mailTo(email), '/umfrage/');
  const phone = await visit({ width: 360, height: 740, javaScript: false, language: 'en', browserLanguage: 'en-GB' });
  const survey = new Survey(phone.page);
  await survey.open(link);
  await expect(phone.page.locator('html')).toHaveAttribute('lang', 'en');
  await survey.grade('service', 2);
  await survey.sayMore();
  await survey.comment('Quick and friendly.');
  await survey.send();
  await survey.expectThanks();

  const lead = await enter('manager', 'ihk-offenbach', { language: 'en' });
  await new Satisfaction(lead.page).open();
  await new CasePage(lead.page).open(id);
  await new CasePage(lead.page).tab('Feedback');
  await expect(lead.page.getByText('Quick and friendly.')).toBeVisible();
});
