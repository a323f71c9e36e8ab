import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';

/**
 * One key for every notation of a telephone number: E.164 where it can be understood ("+496074123456"), else its digits, else ''.
 * Uses the smallest metadata (about 120 kB, 30 kB compressed): code of the client that only needs other helpers does not carry it,
 * and the search of the client sends the text as typed.
 */
export function phoneKey(text: string, country: CountryCode = 'DE'): string {
  const spoken = text
    .normalize('NFKC')
    .replace(/\(0\)/g, '')
    .replace(/^\s*(tel|telefon|fon|phone|mobil)[.:]*\s*/i, '');
  const number = parsePhoneNumberFromString(spoken, country);
  return number?.isPossible() ? number.number : text.replace(/\D/g, '');
}
