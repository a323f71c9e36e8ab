import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** What an enquiry is counted by: a hash of the network it comes from and one of the mailbox it names. */
export const senderKeys = (address: string, email: string): Buffer[] => [
  keyOf('address', networkOf(address)),
  keyOf('email', mailboxOf(email)),
];

/** An IPv4 address as it is; of IPv6 the first 64 bits, since a single line is given all addresses that begin with them. */
export function networkOf(address: string): string {
  const [plain = ''] = address.toLowerCase().split('%');
  const mapped = /^(?:0*:)+ffff:(?=\d+\.)/.exec(plain);
  if (mapped) return plain.slice(mapped[0].length);
  if (!isIPv6(plain)) return plain;
  const [head = [], tail] = plain.split('::').map((part) => part.split(':').filter(Boolean));
  const given = tail ? [...head, ...Array<string>(Math.max(0, 8 - head.length - groupsOf(tail))).fill('0'), ...tail] : [...head];
  const network = given.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}

/** Small letters, and without what follows a plus sign: all of these reach one mailbox. */
export function mailboxOf(email: string): string {
  const small = email.trim().toLowerCase();
  const at = small.lastIndexOf('@');
  const [name = ''] = small.slice(0, Math.max(at, 0)).split('+');
  // Nothing before the plus sign: then the sign is the name.
  return name ? `${name}${small.slice(at)}` : small;
}

/** An IPv4 address at the end stands for two groups. */
const groupsOf = (groups: readonly string[]): number => groups.length + (groups.at(-1)?.includes('.') ? 1 : 0);

const keyOf = (kind: string, value: string): Buffer => createHash('sha256').update(`enquiry ${kind}:${value}`).digest();
