import fc from 'fast-check';
import { hasWords, isAllVisible, isManyLines, isOneLine, onOneLine, readable } from './plain-text';

const BREAKS = ['\n', '\r', '\r\n', '\u2028', '\u2029'];
const CONTROLS = ['\0', '\x01', '\x08', '\x0b', '\x0c', '\x1b', '\x7f', '\u0080', '\u0085', '\u009f'];
const BIDI = [...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'];
const NAMES = [
  'Müller & Söhne GmbH',
  'Łódź',
  "D'Angelo",
  'שלום',
  'مرحبا',
  '株式会社',
  '👩‍🔧 Werkstatt',
  'a\u200db',
  'A\u00adB',
  'שלום\u200e 12',
  ' x ',
];

it.each(NAMES)('takes %j as it is', (name) => {
  expect([isOneLine(name), isManyLines(name), hasWords(name)]).toEqual([true, true, true]);
  expect(onOneLine(name)).toBe(name.trim());
});

it.each([...CONTROLS, ...BIDI])('refuses %j everywhere', (character) => {
  const text = `Muster${character}GmbH`;
  expect([isOneLine(text), isManyLines(text)]).toEqual([false, false]);
});

it.each([...BREAKS, '\t'])('takes %j only where people break lines', (character) => {
  const text = `Muster${character}GmbH`;
  expect([isOneLine(text), isManyLines(text)]).toEqual([false, true]);
});

it.each(['', ' ', '\u00a0', '\u200b', '\u200b \u200d', '\ufeff', '\u00ad', '\u2060', '\u3164', '\u115f', '\u2800', '\u200e', '\u{e0020}'])(
  'sees nothing in %j',
  (text) => expect(hasWords(text)).toBe(false),
);

it.each(['a b', 'a\u200bb', 'a\tb', 'a\u202eb', 'a\u00adb'])('sees what hides in %j', (text) => expect(isAllVisible(text)).toBe(false));

it('puts every text on one line', () => {
  expect(onOneLine('Muster\r\n\r\nBcc: alle\u2028GmbH\u0085\u202e \x1b [2J')).toBe('Muster Bcc: alle GmbH [2J');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(isManyLines(readable(text))).toBe(true);
      expect(isOneLine(onOneLine(text))).toBe(true);
      expect(onOneLine(onOneLine(text))).toBe(onOneLine(text));
    }),
  );
});

it('takes what nobody sees out of a note, and nothing else', () => {
  expect(readable('Danke!\x1b\r\n\tIhr\u202e Team\u0085')).toBe('Danke!\r\n\tIhr Team');
  for (const name of NAMES) expect(readable(name)).toBe(name);
});
