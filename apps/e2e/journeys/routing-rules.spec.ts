import { CasePage } from '../screens/case-page';
import { OfferDialog } from '../screens/offer-dialog';
import { RoutingRules } from '../screens/routing-rules';
import { expectAccessible } from '../support/accessible';
import { unique } from '../support/script';
import { expect, test } from '../support/test';

const PARTNER = 'IHK Offenbach am Main';

test('a rule is kept and tried by the administration of the intake; an officer elsewhere is suggested whom it names, and why', async ({
  enter,
  script,
}) => {
  const [name, why] = [unique('Regel'), unique('Begründung')];
  const { page } = await enter('admin', 'kreis-offenbach');
  const rules = new RoutingRules(page);
  await rules.open();
  await rules.ask('Nachfolge', '63533');
  await expect(rules.suggestion('Mainhausen')).toBeVisible();
  await expect(rules.trial).not.toContainText(why);
  await rules.add({ name, why, type: 'Nachfolge', place: 'Mainhausen', organisation: PARTNER });
  await expect(rules.row(name)).toContainText(PARTNER);
  await rules.ask('Nachfolge', '6353');
  await rules.ask('Nachfolge', '63533');
  await expect(rules.suggestion(PARTNER)).toContainText(why);
  await rules.ask('Beschwerde', '63533');
  await expect(rules.trial).not.toContainText(why);

  const officer = await script('officer', 'mainhausen');
  const establishments = [{ street: 'Rheinstraße', houseNumber: '3', postalCode: '63533', place: 'Mainhausen' }];
  const company = await officer.company(unique('Betrieb'), { establishments });
  const { id } = await officer.openCase(company.id, unique('Nachfolge'), { type: 'SUCCESSION' });
  const { page: there } = await enter('officer', 'mainhausen', { language: 'en' });
  await new CasePage(there).open(id);
  await new CasePage(there).handOver();
  const { dialog } = new OfferDialog(there);
  const suggestion = new RoutingRules(there).suggestion(PARTNER, dialog);
  await expect(suggestion).toContainText(name);
  await expect(suggestion).toContainText(why);
  await suggestion.getByRole('button').click();
  await expect(dialog.getByLabel('To whom?').locator('option:checked')).toHaveText(PARTNER);
  await expectAccessible(there);

  await rules.putOutOfForce(name);
  await expect(rules.row(name)).toContainText('außer Kraft');
  await new CasePage(there).open(id);
  await new CasePage(there).handOver();
  await expect(dialog.getByLabel('To whom?').locator('option', { hasText: PARTNER })).toHaveCount(1);
  await expect(dialog).not.toContainText(why);
});
