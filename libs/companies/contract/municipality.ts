import { foldText } from '@lotse/shared/contract';

/** One line of the table of postal codes; a code that several municipalities share has a line for each. */
export interface PostalCodeRow {
  postalCode: string;
  /** Official municipality key, eight digits. */
  ags: string;
  /** Name of the municipality. */
  name: string;
  /** The code belongs to a place where people receive mail, not to one bulk recipient or P. O. box. */
  isDelivery: boolean;
  /** The code alone does not tell the municipality, though it may have only one candidate here. */
  isAmbiguous: boolean;
}

export type MunicipalitySuggestion =
  | { kind: 'CERTAIN'; ags: string }
  /** A person chooses; `candidates` are AGS, likeliest first (a place name that fits comes first). */
  | { kind: 'AMBIGUOUS'; candidates: string[] }
  | { kind: 'UNKNOWN' };

/** Same place? "Langen (Hessen)", "Langen", "Langen/Hess." are; so are "Mühlheim" and "Mühlheim am Main". */
function isSamePlace(place: string, name: string): boolean {
  const base = (text: string) => foldText(text.replace(/\(.*?\)|[/,].*$/g, '')).replace(/ (am main|a main|a m|main|hessen|hess)$/, '');
  return base(place) !== '' && base(place) === base(name);
}

/**
 * The municipality an address lies in, if the postal code says so. Never a guess:
 * an ambiguous code asks a person even when the place fits; a place that names another municipality of the table asks as well;
 * a name of a district or of nothing known does not matter, the code decides.
 */
export function municipalityFor(
  address: { postalCode: string; place?: string | null },
  table: readonly PostalCodeRow[],
): MunicipalitySuggestion {
  const postalCode = address.postalCode.trim();
  const rows = table.filter((row) => row.postalCode === postalCode);
  const place = address.place ?? '';
  const named = new Set(table.filter((row) => isSamePlace(place, row.name)).map(({ ags }) => ags));
  const byCode = [...new Set(rows.map(({ ags }) => ags))];
  const [only] = byCode;
  if (only === undefined) return named.size > 0 ? { kind: 'AMBIGUOUS', candidates: [...named].sort() } : { kind: 'UNKNOWN' };
  const contradicted = named.size > 0 && !byCode.some((ags) => named.has(ags));
  if (byCode.length === 1 && !rows.some((row) => row.isAmbiguous) && !contradicted) return { kind: 'CERTAIN', ags: only };
  const candidates = [...new Set([...byCode, ...named])].sort((a, b) => Number(named.has(b)) - Number(named.has(a)) || (a < b ? -1 : 1));
  return { kind: 'AMBIGUOUS', candidates };
}
