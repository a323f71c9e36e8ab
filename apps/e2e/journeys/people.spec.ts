import { DEMO_PASSWORD } from '../support/accounts';
import { unique } from '../support/script';
import { expect, test } from '../support/test';
import { Account } from '../screens/account';
import { Invitation } from '../screens/invitation';
import { Outbox } from '../screens/outbox';
import { People } from '../screens/people';
import { Shell } from '../screens/shell';
import { SignInScreen } from '../screens/sign-in';

const FIRST = 'Drei Boote fahren nach Hanau';
const SECOND = 'Vier Boote fahren nach Mainz';

test('a person is invited, signs in, changes the password and is deactivated', async ({ enter, visit }) => {
  const name = unique('Person');
  const email = `${name.replaceAll(' ', '.').toLowerCase()}@mainhausen.example`;
  const admin = await enter('admin', 'mainhausen');
  const people = new People(admin.page);
  await people.open();
  await people.invite(name, email, 'Wirtschaftsförderung');
  await expect(new Shell(admin.page).toast).toContainText(`Einladung an ${email} liegt im Postausgang.`);
  const outbox = new Outbox(admin.page);
  await outbox.open();
  const link = await outbox.linkIn(outbox.mailTo(email), '/einladung/');

  const newcomer = await visit();
  newcomer.guard.expect(/ 40[14]$/);
  await new Invitation(newcomer.page).accept(link, FIRST);
  const door = new SignInScreen(newcomer.page);
  await door.signIn(email, FIRST);
  await expect(new Shell(newcomer.page).acting()).toContainText('Mainhausen');
  await new Account(newcomer.page).changePassword(FIRST, SECOND);
  await expect(new Shell(newcomer.page).toast).toContainText('Ihr Passwort ist geändert.');
  await new Shell(newcomer.page).signOut();
  await door.signIn(email, FIRST);
  await expect(door.alert).toContainText('E-Mail-Adresse oder Passwort stimmt nicht.');
  await door.signIn(email, SECOND);
  await expect(new Shell(newcomer.page).acting()).toContainText('Mainhausen');

  await people.open();
  await people.deactivate(name);
  await expect(people.row(email)).toContainText('deaktiviert');
  await newcomer.page.goto('/unternehmen');
  await expect(door.heading()).toBeVisible();
  await door.signIn(email, SECOND);
  await expect(door.alert).toContainText('E-Mail-Adresse oder Passwort stimmt nicht.');

  await newcomer.page.goto(link);
  await expect(newcomer.page.getByText('Dieser Link gilt nicht mehr.')).toBeVisible();
});

test('who belongs to two organisations chooses the one to act for, and always sees which it is', async ({ enter, visit }) => {
  const email = 'liaison@musterstadt.example';
  const admin = await enter('admin', 'beispielheim');
  await new People(admin.page).open();
  await new People(admin.page).invite('Lisa Ansprech', email, 'Leitung');
  const outbox = new Outbox(admin.page);
  await outbox.open();
  const link = await outbox.linkIn(outbox.mailTo(email).first(), '/einladung/');
  const { page } = await visit();
  await new Invitation(page).accept(link, DEMO_PASSWORD, true);
  await new SignInScreen(page).signIn(email, DEMO_PASSWORD);
  const shell = new Shell(page);
  await expect(shell.acting()).toContainText('Musterstadt');
  await expect(shell.navigation.getByRole('link', { name: 'Zufriedenheit' })).toHaveCount(0);
  await shell.actFor('Gemeinde Beispielheim');
  await expect(shell.acting()).toContainText('Beispielheim');
  await expect(shell.navigation.getByRole('link', { name: 'Zufriedenheit' })).toBeVisible();
  await page.reload();
  await expect(shell.acting()).toContainText('Beispielheim');
});

test('the last administration cannot be removed', async ({ enter }) => {
  const { page, guard } = await enter('admin', 'hainburg');
  guard.expect(/^PUT \/api\/v1\/people\/[^/]+\/active 4\d\d$/);
  const people = new People(page);
  await people.open();
  const own = people.row('admin@hainburg.example');
  await own.getByRole('button', { name: /deaktivieren$/ }).click();
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).getByRole('button', { name: 'Deaktivieren' }).click();
  await expect(page.getByText('Das ist die letzte Administration Ihrer Organisation.')).toBeVisible();
  await expect(own).toContainText('aktiv');
});

test('an officer does not get into the administration by its address', async ({ enter }) => {
  const { page } = await enter('officer', 'hainburg');
  await page.goto('/administration/personen');
  await expect(new Shell(page).title).toHaveText('Kein Zugriff');
  await expect(new Shell(page).navigation.getByRole('link', { name: 'Personen' })).toHaveCount(0);
});
