import { LEGAL_FORM_ANYWHERE, LEGAL_FORM_AT_END } from './legal-form-words';

/*
 * The same algorithm stands in SQL (`fold_text`, `fold_name` of the company migration) and a spec compares both.
 *  1 delete apostrophes and invisible characters   2 NFKD, delete combining marks (ä→a)   3 ß→ss, æ→ae, œ→oe, þ→th
 *  4 capitals and letters with a stroke to small ASCII by table, since lower() depends on the locale
 *  5 every run of punctuation and blanks becomes one blank
 *  6 ae→a, oe→o, and ue→u unless a vowel or q stands before it: Mueller = Müller = Muller, but Bauer ≠ Baur
 *  7 names only: legal forms behind the first word go, then ambiguous short ones at the end, then und/u/and
 */
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZØøŁłĐđÐðĦħŦŧıΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ';
const SMALL = 'abcdefghijklmnopqrstuvwxyzoollddddhhttiαβγδεζηθικλμνξοπρστυφχψωσабвгдежзиклмнопрстуфхцчшщъыьэюя';
const smallOf = new Map([...CAPITALS].map((letter, place) => [letter, SMALL.charAt(place)]));

const IGNORED = /['’‘`´ʼ\u00ad\u200b-\u200d\ufeff]/g;
const MARKS = /[\u0300-\u036f]/g;
const LIGATURES: Readonly<Record<string, string>> = { ß: 'ss', ẞ: 'ss', æ: 'ae', Æ: 'ae', œ: 'oe', Œ: 'oe', þ: 'th', Þ: 'th' };
// U+0001 is where PostgreSQL's text begins: punctuation and blanks of ASCII, Latin-1 and the symbol blocks.
const BETWEEN = /[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u20a0-\u20cf\u2100-\u214f\u2190-\u27bf\u3000-\u303f]+/g;

/** A text for searching: lower case, no diacritics, no punctuation, one blank between words, umlaut spellings made one. */
export function foldText(text: string): string {
  const plain = text
    .replace(IGNORED, '')
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(/[ßẞæÆœŒþÞ]/g, (letter) => LIGATURES[letter] ?? letter);
  return [...plain]
    .map((letter) => smallOf.get(letter) ?? letter)
    .join('')
    .replace(BETWEEN, ' ')
    .replace(/^ +| +$/g, '')
    .replace(/ae+/g, 'a')
    .replace(/oe+/g, 'o')
    .replace(/(^|[^aeiouq])ue+/g, '$1u');
}

/** A company's name for comparing and searching: folded, without legal form; the first word always stays. */
export function foldName(name: string): string {
  return foldText(name)
    .replace(LEGAL_FORM_ANYWHERE, '')
    .replace(LEGAL_FORM_AT_END, '')
    .replace(/ (und|u|and)(?= |$)/g, '')
    .replace(/^ +| +$/g, '');
}

/** Two names with the same key are spelled the same: blanks are gone too ("Auto-Haus Müller GmbH", "Autohaus Mueller"). */
export const nameKey = (name: string): string => foldName(name).replaceAll(' ', '');
