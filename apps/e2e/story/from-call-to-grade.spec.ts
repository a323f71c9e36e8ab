import { unique } from '../support/script';
import { expect, test } from '../support/test';
import { CasePage } from '../screens/case-page';
import { Companies } from '../screens/companies';
import { Handovers } from '../screens/handovers';
import { NewCase } from '../screens/new-case';
import { OfferDialog } from '../screens/offer-dialog';
import { Outbox } from '../screens/outbox';
import { QuickLog } from '../screens/quick-log';
import { Satisfaction } from '../screens/satisfaction';
import { Shell } from '../screens/shell';
import { DEMO_PASSWORD } from '../support/accounts';
import { SignInScreen } from '../screens/sign-in';
import { Survey } from '../screens/survey';
import { expectNothingSeen, figuresOf } from './stranger';

test('vom Anruf zur Note: Dietzenbach übergibt an Rodgau, und Dreieich sieht nichts davon', async ({ visit, enter, script }) => {
  test.setTimeout(300_000);
  const company = unique('Feinmechanik');
  const title = unique('Umzug');
  const email = `${company.replaceAll(' ', '.').toLowerCase()}@probe.example`;
  const stranger = await script('manager', 'dreieich');
  const figuresBefore = await figuresOf(stranger);
  const answeredBefore = (await (await script('manager', 'rodgau')).get<{ answered: number }>('/satisfaction')).answered;

  const dietzenbach = await visit();
  const desk = dietzenbach.page;
  const caseAtDesk = new CasePage(desk);
  let caseId = '';
  let loadedAt = 0;
  let companyId = '';

  await test.step('Die Wirtschaftsförderung in Dietzenbach meldet sich an', async () => {
    await desk.goto('/');
    await new SignInScreen(desk).signIn('officer@dietzenbach.example', DEMO_PASSWORD);
    await expect(new Shell(desk).acting()).toContainText('Dietzenbach');
  });

  await test.step('Ein neues Unternehmen ruft an: erfasst vom Anruf aus', async () => {
    const log = new QuickLog(desk);
    await log.open();
    await log.company().fill(company);
    await log.asNew(company).click();
    const companies = new Companies(desk);
    await expect(companies.field('Name')).toHaveValue(company);
    await companies.field('Rechtsform').selectOption({ label: 'GmbH' });
    await companies.fill({
      street: 'Europaplatz',
      houseNumber: '1',
      postalCode: '63128',
      place: 'Dietzenbach',
      firstName: 'Petra',
      lastName: 'Probe',
      email,
      phone: '06074 373999',
    });
    await expect(desk.getByText(/Liegt in .*Dietzenbach\./)).toBeVisible();
    await companies.save();
    await expect(new Shell(desk).title).toHaveText(`${company} GmbH`);
    companyId = /unternehmen\/([^/]+)/.exec(desk.url())?.[1] ?? '';

    await log.open();
    await log.company().fill(company);
    await log.hit(company).click();
    await log.words().fill('Die Halle wird zu klein. Sucht 900 m², am liebsten in Rodgau.');
    await log.save();
    await expect(new Shell(desk).toast).toContainText(`Kontakt mit ${company} gespeichert.`);
  });

  await test.step('Daraus wird ein Vorgang „Verlagerung“', async () => {
    await new Companies(desk).openCase();
    const form = new NewCase(desk);
    await form.type('Verlagerung');
    await form.title().fill(title);
    await form.field('Grund').selectOption({ label: 'Platzmangel' });
    await form.field('Von').selectOption({ label: 'Dietzenbach' });
    await form.field('Nach').selectOption({ label: 'Rodgau' });
    await form.field('Arbeitsplätze').fill('34');
    await form.nextStep('Flächen in Rodgau anfragen');
    await form.create();
    await expect(caseAtDesk.title).toHaveText(title);
    caseId = caseAtDesk.id();
    await expect(caseAtDesk.head()).toContainText(company);
  });

  await test.step('Dietzenbach bietet Rodgau den Vorgang an', async () => {
    await caseAtDesk.handOver();
    const offer = new OfferDialog(desk);
    await offer.fill({ to: 'Stadt Rodgau', reason: 'Unternehmen zieht um', note: 'Möchte in die Hintergasse ziehen. Bitte bald anrufen.' });
    await offer.agreedBy('Lutz Beispiel'); // else Rodgau may not learn of the move yet
    await offer.send();
    await expect(desk.getByRole('article')).toContainText('angeboten');
    loadedAt = await desk.evaluate(() => performance.timeOrigin);
  });

  const rodgau = await enter('liaison', 'rodgau');
  await test.step('Rodgau sieht das Angebot mit der Zeit, die bleibt, und nimmt an', async () => {
    const inbox = new Handovers(rodgau.page);
    await inbox.open();
    await expect(inbox.card(title)).toContainText('noch 2 Arbeitstage');
    await expect(inbox.card(title)).toContainText('Kreisstadt Dietzenbach');
    await expect(inbox.card(title)).toContainText('Möchte in die Hintergasse ziehen. Bitte bald anrufen.');
    const answered = rodgau.page.waitForResponse((answer) => answer.url().endsWith('/accept'));
    await inbox.accept(title);
    expect((await answered).status()).toBe(200);
  });

  await test.step('Dietzenbach sieht die Annahme binnen drei Sekunden und danach nur noch, wer zuständig ist', async () => {
    await expect(desk.getByText('Diesen Vorgang führt jetzt Stadt Rodgau.')).toBeVisible({ timeout: 3_000 });
    expect(await desk.evaluate(() => performance.timeOrigin), 'nicht neu geladen').toBe(loadedAt);
    await expect(desk.getByText(title)).toHaveCount(0);
    await desk.reload();
    await expect(caseAtDesk.title).toHaveText(/^Vorgang /);
    await expect(desk.getByText(title)).toHaveCount(0);
    await expect(desk.getByText('Flächen in Rodgau anfragen')).toHaveCount(0);
  });

  await test.step('Rodgau bearbeitet den Vorgang und schließt ihn mit Erfolg ab', async () => {
    const at = new CasePage(rodgau.page);
    await at.open(caseId);
    await expect(at.title).toHaveText(title);
    await expect(rodgau.page.getByText('Die Halle wird zu klein.')).toHaveCount(0); // the talk belongs to the company's history at Dietzenbach
    await at.move('In Bearbeitung nehmen');
    await expect(at.head()).toContainText('in Bearbeitung');
    await at.close('Ziel erreicht');
    await expect(at.head()).toContainText('abgeschlossen');
  });

  let link = '';
  await test.step('Im Postausgang von Rodgau steht die Frage an das Unternehmen', async () => {
    const admin = await enter('admin', 'rodgau');
    const outbox = new Outbox(admin.page);
    await outbox.open();
    await expect(outbox.mailTo(email)).toBeVisible();
    link = await outbox.linkIn(outbox.mailTo(email), '/umfrage/');
  });

  await test.step('Das Unternehmen antwortet am Telefon, ohne JavaScript', async () => {
    const phone = await visit({ width: 360, height: 740, javaScript: false });
    const survey = new Survey(phone.page);
    await survey.open(link);
    await survey.grade('service', 1);
    await survey.send();
    await survey.expectThanks();
  });

  await test.step('Die Leitung von Rodgau sieht eine Antwort mehr, und warum sie noch nicht mitzählt', async () => {
    const lead = await enter('manager', 'rodgau');
    const page = new Satisfaction(lead.page);
    await page.open();
    await expect(page.count('Geantwortet')).toHaveText(String(answeredBefore + 1));
    await page.open('?zeitraum=quartal');
    await expect(page.verdict).toContainText(/Noch nicht enthalten: \d+|Zahlen zeigen wir ab 5 Antworten/);
    await new CasePage(lead.page).open(caseId);
    await new CasePage(lead.page).tab('Rückmeldung');
    await expect(lead.page.getByText('sehr gut')).toBeVisible();
  });

  await test.step('Dreieich hat von alldem nichts gesehen', async () => {
    expect(await figuresOf(stranger)).toEqual(figuresBefore);
    for (const role of ['officer', 'liaison', 'manager'] as const) {
      await expectNothingSeen(await enter(role, 'dreieich'), { caseId, companyId, company, title });
    }
  });
});
