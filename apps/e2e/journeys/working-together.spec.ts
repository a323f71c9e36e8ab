import { expectAccessible } from '../support/accessible';
import { unique } from '../support/script';
import { expect, test } from '../support/test';
import { CasePage } from '../screens/case-page';
import { QuickLog } from '../screens/quick-log';
import { Shell } from '../screens/shell';

test('who is named in a confidential case is let in, and the bell rings without a reload', async ({ enter, script }) => {
  const writer = await script('officer', 'dreieich');
  const title = unique('Erwähnung');
  const company = unique('Klingel');
  const opened = await writer.openCase((await writer.company(company)).id, title, { confidential: true });
  const colleague = await script('liaison', 'dreieich');
  const { name } = (await colleague.get<{ user: { name: string } }>('/session')).user;

  const { page: theirs } = await enter('liaison', 'dreieich', { language: 'en' });
  await theirs.goto('/mitteilungen');
  await expect(new Shell(theirs).title).toHaveText('Notifications');

  const { page } = await enter('officer', 'dreieich');
  await page.goto(`/vorgaenge/${opened.id}`);
  await expect(new Shell(page).title).toHaveText(title);
  const log = new QuickLog(page);
  await log.open();
  await log.company().fill(company);
  await log.hit(company).click();
  await log.dialog.locator('select').selectOption({ value: opened.id });
  await log.words().pressSequentially(`Bitte schauen: @${name.slice(0, 3)}`);
  await log.dialog.getByRole('list', { name: 'Kollegin oder Kollegen nennen' }).getByRole('button', { name }).click();
  await log.save();
  const question = page.getByRole('alertdialog', { name: 'Zugriff geben?' });
  await expect(question).toContainText(name);
  expect(await colleague.status(`/cases/${opened.id}`)).toBe(404);
  await question.getByRole('button', { name: 'Zugriff geben' }).click();

  const line = theirs.getByRole('listitem').filter({ hasText: title });
  await expect(line).toContainText('because you were mentioned');
  const bell = theirs.getByRole('button', { name: /^Notifications, / });
  await bell.click();
  const entry = theirs.getByRole('menuitem').filter({ hasText: title });
  await expect(entry).toContainText('because you were mentioned');
  await expectAccessible(theirs);
  await entry.click();
  await expect(new Shell(theirs).title).toHaveText(title);
  await theirs.getByRole('button', { name: 'Mute' }).click();
  await expect(theirs.getByRole('button', { name: 'Mute' })).toHaveAttribute('aria-pressed', 'true');
});

test('what was typed survives a reload and is there in another browser', async ({ enter, script }) => {
  const writer = await script('officer', 'dreieich');
  const title = unique('Entwurf');
  const opened = await writer.openCase((await writer.company(unique('Entwurf'))).id, title);
  const words = 'Halber Satz, den niemand verlieren soll';
  const { page } = await enter('officer', 'dreieich');
  await page.goto(`/vorgaenge/${opened.id}/uebergaben?angebot=neu`);
  const note = (where: typeof page) => where.getByRole('dialog').getByRole('textbox').last();
  await note(page).fill(words);
  await expect
    .poll(async () => (await writer.get<{ items: { key: string }[] }>('/drafts')).items.map(({ key }) => key))
    .toContain(`case:${opened.id}:offer`);
  await page.reload();
  await expect(note(page)).toHaveValue(words);
  await expect(page.getByText(/Entwurf von .* wiederhergestellt/)).toBeVisible();

  const { page: elsewhere } = await enter('officer', 'dreieich', { own: true, language: 'en' });
  await elsewhere.goto(`/vorgaenge/${opened.id}/uebergaben?angebot=neu`);
  await expect(note(elsewhere)).toHaveValue(words);
  await elsewhere.goto('/konto');
  const kept = elsewhere.getByRole('listitem').filter({ hasText: words });
  await expect(kept).toContainText('Offer of a case');
  await expectAccessible(elsewhere);
  await kept.getByRole('button', { name: 'Discard' }).click();
  await expect(kept).toHaveCount(0);
  await page.goto('/');
});

test('colleagues see who has a case open only after the organisation has switched it on', async ({ enter, script }) => {
  const writer = await script('officer', 'dreieich');
  const title = unique('Anwesenheit');
  const opened = await writer.openCase((await writer.company(unique('Anwesend'))).id, title);
  const { name } = (await writer.get<{ user: { name: string } }>('/session')).user;
  const { page: mine } = await enter('officer', 'dreieich');
  const { page: theirs } = await enter('liaison', 'dreieich');
  await new CasePage(mine).open(opened.id);
  await new CasePage(theirs).open(opened.id);
  await expect(new Shell(theirs).title).toHaveText(title);
  await expect(theirs.getByText(/gerade geöffnet/)).toHaveCount(0);

  const { page: office } = await enter('admin', 'dreieich');
  await office.goto('/administration/organisation');
  await expect(office.getByText(/Personalrats? ein/)).toBeVisible();
  await office.getByRole('checkbox', { name: 'Anwesenheit anzeigen' }).check();
  await expect(new Shell(office).toast).toContainText('Eingeschaltet.');
  await expectAccessible(office);

  await mine.reload();
  await theirs.reload();
  await expect(theirs.getByText(`${name} hat diesen Vorgang gerade geöffnet`)).toBeVisible();
  await new Shell(mine).go('Unternehmen');
  await expect(theirs.getByText(/gerade geöffnet/)).toHaveCount(0);
  await office.getByRole('checkbox', { name: 'Anwesenheit anzeigen' }).uncheck();
  await expect(new Shell(office).toast).toContainText('Ausgeschaltet.');
});

test('an offer has somebody who looks after it', async ({ enter, script }) => {
  const sender = await script('officer', 'langen');
  const title = unique('Teameingang');
  const opened = await sender.openCase((await sender.company(unique('Absender'))).id, title);
  await sender.offer(opened.id, 'dreieich');
  const { page } = await enter('liaison', 'dreieich');
  const { page: colleague } = await enter('officer', 'dreieich', { language: 'en' });
  const card = (where: typeof page) => where.getByRole('article').filter({ hasText: title });
  await page.goto('/uebergaben/eingang');
  await colleague.goto('/uebergaben/eingang');
  await expect(card(colleague)).toContainText('Nobody looks after this yet.');
  await card(page).getByRole('button', { name: 'Ich kümmere mich' }).click();
  await expect(card(page)).toContainText('Sie kümmern sich darum');
  await expect(card(colleague)).toContainText('looks after this');
});
