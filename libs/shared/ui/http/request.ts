/** Query parameters without the empty ones. */
export const parameters = (query: object): Record<string, string | number | boolean> =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== ''));

/** Options of a change that rests on this version of a row: it is refused with 412 when somebody else was faster. */
export const ifMatch = (version: number): { headers: { 'If-Match': string } } => ({ headers: { 'If-Match': `"${version}"` } });
