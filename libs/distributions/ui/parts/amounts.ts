/** A whole number as people type it, with or without thousands: `1.800`, `1 800`, `1,800`. */
export const WHOLE = /^\s*(\d[\d\s]*([.,]\d{3})*)?\s*$/;

/** The same with up to two decimals, in the German or the English way. */
export const MONEY = /^\s*(\d[\d\s]*([.,]\d{3})*([.,]\d{1,2})?)?\s*$/;

/**
 * A figure as people type it: dots, commas and blanks between thousands, a comma or a dot before one or two cents. Undefined when there is none.
 */
export function amountOf(text: string): number | undefined {
  const plain = text.replace(/\s/g, '');
  if (!/\d/.test(plain)) return undefined;
  const decimals = /^(.*?)[.,](\d{1,2})$/.exec(plain);
  const [whole, cents] = decimals ? [decimals[1] ?? '', decimals[2]] : [plain, '0'];
  return Number(`${whole.replace(/[.,]/g, '')}.${cents}`);
}
