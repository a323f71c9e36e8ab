import { CASE_CONTENT, COMMENT_READERS, LIAISON_ONLY } from '../expectations/content';
import { CASE_ROUTES, CASE_SHOWS, STATE_FORBIDS } from '../expectations/case-routes';
import { COMPANY_ROUTES, COMPANY_SHOWS } from '../expectations/company-routes';
import { DISTRIBUTION_ROUTES } from '../expectations/distribution-routes';
import { HANDOVER_ROUTES, HANDOVER_SHOWS } from '../expectations/handover-routes';
import { CASE_RELATIONS, COMPANY_RELATIONS, DISTRIBUTION_RELATIONS, HANDOVER_RELATIONS } from '../expectations/relations';
import { type Letter, letterOf, type Row } from '../expectations/table';
import type { TextKind } from '../world/canary';
import { ROLES_IN_ORDER, type Viewer } from '../world/cast';
import { type SituationName, SITUATIONS, STORIES } from '../world/situation';

/** A table of routes, and what the people in its columns are. */
interface Domain {
  routes: ReadonlyMap<string, Row>;
  relations: ReadonlyMap<string, Row>;
  shows: Readonly<Record<string, string>>;
}

export const DOMAINS: readonly Domain[] = [
  { routes: CASE_ROUTES, relations: CASE_RELATIONS, shows: CASE_SHOWS },
  { routes: HANDOVER_ROUTES, relations: HANDOVER_RELATIONS, shows: HANDOVER_SHOWS },
  { routes: DISTRIBUTION_ROUTES, relations: DISTRIBUTION_RELATIONS, shows: {} },
  { routes: COMPANY_ROUTES, relations: COMPANY_RELATIONS, shows: COMPANY_SHOWS },
];

/** One question of the matrix and its answer. */
export interface Expectation {
  route: string;
  situation: SituationName;
  relation: string;
  letter: Letter;
  viewer: Viewer;
  /** Texts the answer holds, all of them and no other. */
  texts: string[];
}

/** Every route with an id × every situation × everybody. */
export function expectations(viewers: readonly Viewer[]): Expectation[] {
  return DOMAINS.flatMap(({ routes, relations, shows }) =>
    [...routes].flatMap(([route, cells]) =>
      SITUATIONS.filter((name) => relations.has(name)).flatMap((situation) =>
        viewers.map((viewer) => {
          const relation = relations.get(situation)?.[viewer.group] ?? '';
          const right = letterOf(cells[relation] ?? '', ROLES_IN_ORDER.indexOf(viewer.role));
          const letter = right === '+' && STATE_FORBIDS[route]?.includes(situation) ? '!' : right;
          const texts = letter === '+' ? textsOf(situation, viewer, shows[route] ?? '') : [];
          return { route, situation, relation, letter, viewer, texts };
        }),
      ),
    ),
  );
}

/**
 * A sample that still asks every cell of the tables at least once: of several situations with one relation the first, and those who
 * hold no permission at all (administrators, data protection officers) only about an own and a foreign row.
 */
export function sample(questions: readonly Expectation[]): Expectation[] {
  const taken = new Set<string>();
  return questions.filter(({ route, relation, viewer }) => {
    const isReader = ROLES_IN_ORDER.indexOf(viewer.role) <= 2;
    if (!isReader && !['owner', 'keeper', 'sentOpen', 'lead', 'none'].includes(relation)) return false;
    const key = `${route} ${relation} ${viewer.role}`;
    if (taken.has(key)) return false;
    taken.add(key);
    return true;
  });
}

/** Of a sample, what one layer alone is asked in every run: everything that is read, and whether a foreign row can be touched. */
export function essential(questions: readonly Expectation[]): Expectation[] {
  const foreign = ['none', 'outside', 'formerOutside', 'history'];
  return questions.filter(({ route, relation, viewer }) =>
    route.startsWith('GET ') ? viewer.role !== 'ADMINISTRATOR' : foreign.includes(relation) && viewer.role === 'LIAISON',
  );
}

/** Which of the texts named a viewer may read of a situation. */
export function textsOf(situation: SituationName, viewer: Viewer, shown: string): string[] {
  const readable = readableTexts(situation, viewer);
  const [first = '', ...rest] = words(shown);
  const row = first.endsWith(':') ? (first.slice(0, -1) as TextKind) : undefined;
  if (row && !readable.has(row) && !(row === 'offer' && readable.has('decision'))) return [];
  // As the case names it: where its title cannot be read, neither can this.
  const called = !readable.has('title') ? '' : STORIES[situation].confidential ? 'project' : 'company';
  const openTitle = STORIES[situation].closed ? '' : 'title';
  const meant: Readonly<Record<string, string>> = { called, openTitle };
  return [...new Set([...(row ? [] : [first]), ...rest].map((kind) => meant[kind] ?? kind))]
    .filter((kind) => readable.has(kind as TextKind))
    .map((kind) => `${situation}/${kind}`)
    .sort();
}

/** Every text of a situation a viewer may read at all. */
export function readableTexts(situation: SituationName, { group, role }: Viewer): ReadonlySet<TextKind> {
  const relation = CASE_RELATIONS.get(situation)?.[group] ?? 'none';
  if (ROLES_IN_ORDER.indexOf(role) > 2 || (LIAISON_ONLY.includes(relation) && role !== 'LIAISON')) return new Set();
  const content = words(CASE_CONTENT[relation] ?? '').filter((kind) => exists(situation, kind as TextKind)) as TextKind[];
  const comment = situation === 'graded' && relation === COMMENT_READERS.relation && role === COMMENT_READERS.role;
  return new Set(comment ? [...content, 'comment'] : content);
}

/** Whether a situation has such a text: offers only where something was offered, and so on. */
function exists(situation: SituationName, kind: TextKind): boolean {
  const { confidential, offer } = STORIES[situation];
  if (kind === 'project') return confidential;
  if (kind === 'offer' || kind === 'message') return offer !== undefined;
  if (kind === 'decision') return offer?.then !== undefined;
  return true;
}

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');
