import { mailboxOf, networkOf, senderKeys } from './sender-keys';

it.each([
  ['192.0.2.17', '192.0.2.17'],
  ['::ffff:192.0.2.17', '192.0.2.17'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['2001:db8:1:3::9', '2001:db8:1:3::/64'],
  ['64:ff9b::192.0.2.17', '64:ff9b:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('counts the address %s as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it.each([
  ['Erika+eins@Firma.example', 'erika@firma.example'],
  ['erika+eins+zwei@firma.example', 'erika@firma.example'],
  ['+@firma.example', '+@firma.example'],
  ['erika@firma+neu.example', 'erika@firma+neu.example'],
])('counts the mailbox %s as %s', (email, mailbox) => {
  expect(mailboxOf(email)).toBe(mailbox);
});

it('keeps neither as it is', () => {
  const keys = senderKeys('192.0.2.17', 'erika@firma.example');
  expect(keys.map(({ length }) => length)).toEqual([32, 32]);
  expect(keys).not.toEqual(senderKeys('192.0.2.18', 'erika@firma.example'));
});
