/**
 * Expectations are written as tables, to be read beside the rules of the domain. A cell has one letter for each role, in the order
 * officer, liaison, manager, administrator, data protection officer:
 *
 *   +  done: 200, 201 or 204          -  no permission: 403            .  as if it did not exist: 404
 *   s  200, the stub and nothing else !  the state does not allow it: 409 or 422
 *   x  seen, but not for this side: 403
 */
export type Letter = '+' | 's' | '-' | '.' | '!' | 'x';
export type Cell = readonly Letter[];
export type Row = Readonly<Record<string, string>>;

/** Reads a table: the first line names the columns, every other line begins with its key, one or two words. */
export function table(text: string): Map<string, Row> {
  const [head = '', ...lines] = text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
  const columns = head.split(/\s+/);
  const rows = new Map<string, Row>();
  for (const line of lines) {
    const words = line.split(/\s+/);
    const cells = words.splice(-columns.length);
    const key = words.join(' ');
    if (words.length < 1 || words.length > 2) throw new Error(`the row "${line}" has not ${columns.length} cells`);
    if (rows.has(key)) throw new Error(`the row "${key}" stands twice`);
    rows.set(key, Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])));
  }
  return rows;
}

/** The letter of one role in a cell. */
export function letterOf(cell: string, role: number): Letter {
  const letter = cell[role];
  if (cell.length !== 5 || letter === undefined || !'+s-.!x'.includes(letter)) throw new Error(`the cell "${cell}" is no cell`);
  return letter as Letter;
}
