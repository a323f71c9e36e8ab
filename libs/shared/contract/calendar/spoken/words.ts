/** Words people use for days, folded: small letters, ae oe ue ss, no dots. German first, English second. */
const NUMBERS = new Map(
  Object.entries({
    ein: 1,
    eine: 1,
    einem: 1,
    einen: 1,
    einer: 1,
    a: 1,
    an: 1,
    one: 1,
    zwei: 2,
    two: 2,
    drei: 3,
    three: 3,
    vier: 4,
    four: 4,
    fuenf: 5,
    five: 5,
    sechs: 6,
    six: 6,
    sieben: 7,
    seven: 7,
    acht: 8,
    eight: 8,
    neun: 9,
    nine: 9,
    zehn: 10,
    ten: 10,
    elf: 11,
    eleven: 11,
    zwoelf: 12,
    twelve: 12,
    vierzehn: 14,
    fourteen: 14,
    fuenfzehn: 15,
    fifteen: 15,
    zwanzig: 20,
    twenty: 20,
    dreissig: 30,
    thirty: 30,
  }),
);
const WEEKDAYS = [
  /^(montag|mo|monday|mon)$/,
  /^(dienstag|di|tuesday|tues?)$/,
  /^(mittwoch|mi|wednesday|wed)$/,
  /^(donnerstag|do|thursday|thu(rs?)?)$/,
  /^(freitag|fr|friday|fri)$/,
  /^(samstag|sonnabend|sa|saturday|sat)$/,
  /^(sonntag|so|sunday|sun)$/,
];
const MONTHS = [
  /^(januar|jaenner|jan|january)$/,
  /^(februar|feber|feb|february)$/,
  /^(maerz|mrz|march|mar)$/,
  /^(april|apr)$/,
  /^(mai|may)$/,
  /^(juni|jun|june)$/,
  /^(juli|jul|july)$/,
  /^(august|aug)$/,
  /^(september|sept?)$/,
  /^(oktober|okt|october|oct)$/,
  /^(november|nov)$/,
  /^(dezember|dez|december|dec)$/,
];

/** 1 Monday … 7 Sunday; undefined for any other word. */
export const weekdayOf = (word: string): number | undefined => indexIn(WEEKDAYS, word);
/** 1 January … 12 December; undefined for any other word. */
export const monthOf = (word: string): number | undefined => indexIn(MONTHS, word);
/** A small whole number, in digits or as a word. */
export const numberOf = (word: string): number | undefined => (/^\d{1,4}$/.test(word) ? Number(word) : NUMBERS.get(word));

/** START, MIDDLE or END, as in "Anfang März". */
export type Part = 'START' | 'MIDDLE' | 'END';
/** Anfang, Mitte, Ende and what the English say. */
export function partOf(word: string): Part | undefined {
  if (/^(anfang|start|beginning|early)$/.test(word)) return 'START';
  if (/^(mitte|middle|mid)$/.test(word)) return 'MIDDLE';
  return /^(ende|end|late)$/.test(word) ? 'END' : undefined;
}

/** The text as the rules read it: small letters without umlauts and stops, and without words that only lead to a day. */
export function foldSpoken(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[,;!?]+/g, ' ')
    .replace(/([a-z])\./g, '$1 ')
    .replace(/-(?=[a-z])|(?<=[a-z])-/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(spaetestens |at the latest )/, '')
    .replace(/^(am|bis zum|bis|ab|zum|im|on|by|until|from) (the )?/, '')
    .replace(/^(der|den|dem|die|das|the) /, '')
    .trim();
}

function indexIn(patterns: readonly RegExp[], word: string): number | undefined {
  const index = patterns.findIndex((pattern) => pattern.test(word));
  return index < 0 ? undefined : index + 1;
}
