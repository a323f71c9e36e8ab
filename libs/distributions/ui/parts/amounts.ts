/**
 * A figure as people type it: dots and blanks between thousands, a comma or a single dot before cents. Undefined when there is none.
 */
export function amountOf(text: string): number | undefined {
  const plain = text.replace(/\s/g, '');
  if (!/\d/.test(plain)) return undefined;
  const decimals = /^(.*?)[.,](\d{1,2})$/.exec(plain);
  const [whole, cents] = decimals ? [decimals[1] ?? '', decimals[2]] : [plain, '0'];
  return Number(`${whole.replace(/[.,]/g, '')}.${cents}`);
}
