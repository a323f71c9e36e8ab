import { kindKey } from './kind-key';

it('names a kind of event as exactly as there are words for it', () => {
  const known = (key: string) => ['handover_offered', 'handover'].includes(key);
  expect(kindKey('handover.offered', known)).toBe('handover_offered');
  expect(kindKey('handover.ended', known)).toBe('handover');
  expect(kindKey('permit.decided', known)).toBe('other');
});
