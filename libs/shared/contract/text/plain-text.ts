/** Control characters (C0, C1), and the embeddings, overrides and isolates by which a text shows in another order than it is stored. */
const CONTROLS = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const LINE_BREAKS = /[\n\r\u2028\u2029]/;
/** Breaks and tabs: controls that belong to texts of several lines. */
const LAYOUT = /[\t\n\r]/g;
/** Neither blank nor invisible: not a zero-width character, a filler or the empty braille pattern. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether a text stays on one line and reads as it is stored. A name with a line break could add lines to a mail or a list. */
export const isOneLine = (text: string): boolean => !CONTROLS.test(text) && !LINE_BREAKS.test(text);

/** As `isOneLine`, for texts in which people break lines. */
export const isManyLines = (text: string): boolean => !CONTROLS.test(text.replace(LAYOUT, ''));

/** Whether there is anything to see. */
export const hasWords = (text: string): boolean => VISIBLE.test(text);

/** Whether every character can be seen: no blank, no zero-width character, no control. */
export const isAllVisible = (text: string): boolean => !INVISIBLE.test(text);

/** A text as `isManyLines` wants it: the same without its controls. */
export const readable = (text: string): string => text.replace(new RegExp(`(?![\\t\\n\\r])${CONTROLS.source}`, 'gu'), '');

/** A text on one line, whatever was stored: runs of blanks and line breaks become one blank, other controls vanish. For mails and lists. */
export const onOneLine = (text: string): string =>
  readable(text.replaceAll('\u0085', ' ').replace(/\s+/g, ' ')) // U+0085, "next line", is no \s
    .replace(/ +/g, ' ')
    .trim();
