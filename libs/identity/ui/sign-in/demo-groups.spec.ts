import type { DemoAccountDto } from '@lotse/identity/contract';
import { byRegion } from './demo-groups';

const account = (region: string, organisation: string, role: DemoAccountDto['role']): DemoAccountDto => ({
  email: `${role}@${organisation}.example`,
  region,
  organisation,
  role,
});

it('puts the largest region and the daily work first', () => {
  const regions = byRegion([
    account('Kreis Musterland', 'Musterstadt', 'OFFICER'),
    account('Kreis Offenbach', 'Dietzenbach', 'ADMINISTRATOR'),
    account('Kreis Offenbach', 'Rodgau', 'LIAISON'),
    account('Kreis Offenbach', 'Dietzenbach', 'OFFICER'),
  ]);
  expect(regions.map(({ region }) => region)).toEqual(['Kreis Offenbach', 'Kreis Musterland']);
  expect(regions[0]!.groups.map(({ organisation }) => organisation)).toEqual(['Dietzenbach', 'Rodgau']);
  expect(regions[0]!.groups[0]!.accounts.map(({ role }) => role)).toEqual(['OFFICER', 'ADMINISTRATOR']);
});
