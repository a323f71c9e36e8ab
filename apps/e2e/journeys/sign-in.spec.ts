import { DEMO_PASSWORD } from '../support/accounts';
import { expect, test } from '../support/test';
import { Shell } from '../screens/shell';
import { SignInScreen } from '../screens/sign-in';

test('a demo account is one click away, and leads to the start page of its role', async ({ visit }) => {
  const { page } = await visit();
  const door = new SignInScreen(page);
  await page.goto('/');
  await door.takeDemoAccount('Kreisstadt Dietzenbach', 'manager@dietzenbach.example');
  await expect(page).toHaveURL(/\/$/);
  await expect(new Shell(page).acting()).toContainText('Dietzenbach');
});

test('a wrong password and an unknown address are refused alike', async ({ visit }) => {
  const { page, guard } = await visit();
  guard.expect(/^POST \/api\/v1\/session 401$/);
  const door = new SignInScreen(page);
  await door.open();
  await door.signIn('officer@langen.example', 'nicht das richtige');
  await expect(door.alert).toBeVisible();
  const known = await door.alert.textContent();
  await door.signIn('niemand@langen.example', 'nicht das richtige');
  await expect(door.alert).toHaveText(known ?? '');
  await expect(door.email()).toHaveValue('niemand@langen.example');
});

test('what is missing is said beside its field, and nothing is sent', async ({ visit }) => {
  const { page } = await visit();
  const door = new SignInScreen(page);
  await door.open();
  await door.signIn('', '');
  await expect(page.getByText('Bitte füllen Sie dieses Feld aus.')).toHaveCount(2);
  await expect(door.email()).toBeFocused();
});

test('a session that ended leads back to the same page after signing in again', async ({ enter }) => {
  const { page, guard } = await enter('officer', 'hainburg', { own: true });
  guard.expect(/ 401$/);
  await page.goto('/unternehmen?kept=ours');
  await expect(page.getByRole('table')).toBeVisible();
  await page.context().clearCookies();
  await new Shell(page).find('Müller');
  const door = new SignInScreen(page);
  await expect(page.getByText('Ihre Sitzung ist abgelaufen.')).toBeVisible();
  await door.signIn('officer@hainburg.example', DEMO_PASSWORD);
  await expect(page).toHaveURL(/\/unternehmen\?.*q=M%C3%BCller/);
});

test('a copied link asks for the sign-in first and then opens', async ({ visit }) => {
  const { page } = await visit();
  await page.goto('/uebergaben/ausgang');
  await new SignInScreen(page).signIn('liaison@hainburg.example', DEMO_PASSWORD);
  await expect(page).toHaveURL(/\/uebergaben\/ausgang$/);
});

test('signing out ends the session on the server', async ({ enter }) => {
  const { page, guard } = await enter('officer', 'egelsbach', { own: true });
  guard.expect(/ 401$/);
  await page.goto('/unternehmen');
  await new Shell(page).signOut();
  await expect(new SignInScreen(page).heading()).toBeVisible();
  await page.goto('/unternehmen');
  await expect(new SignInScreen(page).heading()).toBeVisible();
});
