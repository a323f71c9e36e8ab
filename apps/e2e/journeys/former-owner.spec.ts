import { CasePage } from '../screens/case-page';
import { unique } from '../support/script';
import { expect, test } from '../support/test';

test('a former owner keeps the stub of a case and the history of its handovers, and nothing else', async ({ enter, script }) => {
  const sender = await script('officer', 'dietzenbach');
  const receiver = await script('liaison', 'rodgau');
  const [title, companyName, words, answer] = [unique('Umzug'), unique('Umzieher'), unique('Gespräch'), unique('Antwort')];
  const company = await sender.company(companyName);
  const opened = await sender.openCase(company.id, title);
  await sender.post(`/companies/${company.id}/interactions`, { kind: 'CALL', text: words, caseId: opened.id });
  const { id: handover } = await sender.offer(opened.id, 'rodgau', 'TRANSFER', 'Der neue Standort liegt bei Ihnen.');
  await receiver.post(`/handovers/${handover}/accept`, {});
  await receiver.post(`/cases/${opened.id}/follow-ups`, { title: answer, dueOn: '2199-01-04' });
  await receiver.move(opened.id, { status: 'IN_PROGRESS' });

  const { page, guard } = await enter('officer', 'dietzenbach');
  guard.expect(new RegExp(`^GET /api/v1/cases/${opened.id}/\\S+ 404$`));
  const main = page.getByRole('main');
  const theCase = new CasePage(page);
  await theCase.open(opened.id);
  await expect(theCase.title).toHaveText(`Vorgang ${opened.fileNumber}`);
  await expect(main).toContainText('Erweiterung am Standort');
  await expect(main).toContainText('in Bearbeitung');
  await expect(main).toContainText('Rodgau');
  await expect(main.getByRole('article')).toContainText('angenommen');
  await main.getByRole('button', { name: 'Einzelheiten' }).click();
  await expect(main.getByRole('article')).toContainText('Der neue Standort liegt bei Ihnen.'); // its own words

  for (const tab of ['', '/uebersicht', '/eckdaten', '/wiedervorlagen', '/arbeitsplaetze', '/uebergaben', '/rueckmeldung']) {
    await page.goto(`/vorgaenge/${opened.id}${tab}`);
    await expect(theCase.title).toHaveText(`Vorgang ${opened.fileNumber}`);
    await expect(page.locator('lotse-state [role=status]')).toHaveCount(0);
    for (const secret of [title, companyName, words, answer, 'Petra', company.id])
      await expect(main, `${tab}: ${secret}`).not.toContainText(secret);
    for (const button of await main.getByRole('button').all()) await expect(button).toHaveText('Einzelheiten');
    await expect(main.locator(`a[href*="${company.id}"]`)).toHaveCount(0);
  }
});

test('a case that is not for a person is not there: of another organisation, or confidential in the own one', async ({ enter, script }) => {
  const owner = await script('officer', 'hainburg');
  const { id: companyId } = await owner.company(unique('Verschwiegen'));
  const foreign = await owner.openCase(companyId, unique('Fremd'));
  const secret = await owner.openCase(companyId, unique('Geheim'), { confidential: true });
  for (const { mailbox, organisation, theCase } of [
    { mailbox: 'officer', organisation: 'mainhausen', theCase: foreign },
    { mailbox: 'liaison', organisation: 'hainburg', theCase: secret },
    { mailbox: 'manager', organisation: 'hainburg', theCase: secret },
  ] as const) {
    const { page, guard } = await enter(mailbox, organisation);
    guard.expect(new RegExp(`^GET /api/v1/cases/${theCase.id}\\S* 404$`));
    for (const tab of ['', '/uebergaben', '/eckdaten']) {
      await page.goto(`/vorgaenge/${theCase.id}${tab}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nicht gefunden');
      await expect(page).toHaveTitle('Nicht gefunden – Lotse');
      const main = page.getByRole('main');
      await expect(main).not.toContainText(theCase.title);
      await expect(main).not.toContainText(theCase.fileNumber);
      await expect(main.getByRole('link')).toHaveCount(0);
    }
  }
});
