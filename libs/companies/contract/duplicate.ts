import { foldText, nameKey, phoneKey } from '@lotse/shared/contract';

/** Why two companies could be the same one; the strongest first. */
export const DUPLICATE_REASONS = ['REGISTER', 'NAME', 'PHONE', 'EMAIL', 'ADDRESS'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** What is compared; whatever is missing gives no reason. */
export interface DuplicateTraits {
  name?: string | null;
  phones?: readonly (string | null | undefined)[];
  emails?: readonly (string | null | undefined)[];
  addresses?: readonly { street: string; houseNumber: string; postalCode: string }[];
  register?: { court: string | null; number: string | null } | null;
}

/** Mail providers of everybody: the same host there says nothing. */
const PUBLIC_MAIL_HOSTS = new Set(
  'gmail.com googlemail.com gmx.de gmx.net web.de t-online.de freenet.de outlook.com outlook.de hotmail.com hotmail.de yahoo.com yahoo.de icloud.com me.com aol.com posteo.de mailbox.org online.de arcor.de'.split(
    ' ',
  ),
);

const present = (values: readonly (string | null | undefined)[]) => values.filter((value): value is string => Boolean(value?.trim()));

const phonesOf = (traits: DuplicateTraits) =>
  present(traits.phones ?? [])
    .map((phone) => phoneKey(phone))
    .filter((key) => key.length >= 6);

/** An address counts as a whole; a host of its own (not of a provider) is the company's. */
const emailsOf = (traits: DuplicateTraits) =>
  present(traits.emails ?? []).map((email) => {
    const whole = email.trim().toLowerCase();
    const host = whole.slice(whole.lastIndexOf('@') + 1);
    return PUBLIC_MAIL_HOSTS.has(host) ? whole : host;
  });

const streetKey = (street: string) =>
  foldText(street)
    .replace(/(str|strasse)$/, 'str')
    .replaceAll(' ', '');

const addressesOf = (traits: DuplicateTraits) =>
  (traits.addresses ?? [])
    .filter(({ street, houseNumber, postalCode }) => street.trim() && houseNumber.trim() && postalCode.trim())
    .map(({ street, houseNumber, postalCode }) => `${postalCode.trim()}|${streetKey(street)}|${foldText(houseNumber).replaceAll(' ', '')}`);

const registersOf = ({ register }: DuplicateTraits) =>
  register?.court?.trim() && register.number?.trim()
    ? [
        `${foldText(register.court)
          .replace(/^(amtsgericht|ag) /, '')
          .replaceAll(' ', '')}|${foldText(register.number).replaceAll(' ', '')}`,
      ]
    : [];

const namesOf = ({ name }: DuplicateTraits) => (name ? [nameKey(name)].filter(Boolean) : []);

const shares = (a: readonly string[], b: readonly string[]) => a.some((each) => b.includes(each));

/**
 * The reasons to think that two companies are one, strongest first; none means no hint. Names count when they are spelled the same
 * without legal form, umlaut spelling, blanks and punctuation; near misses are for the search in the database.
 */
export function duplicateReasons(candidate: DuplicateTraits, existing: DuplicateTraits): DuplicateReason[] {
  const traits: Record<DuplicateReason, (traits: DuplicateTraits) => readonly string[]> = {
    REGISTER: registersOf,
    NAME: namesOf,
    PHONE: phonesOf,
    EMAIL: emailsOf,
    ADDRESS: addressesOf,
  };
  return DUPLICATE_REASONS.filter((reason) => shares(traits[reason](candidate), traits[reason](existing)));
}
