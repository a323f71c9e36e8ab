import { randomUUID } from 'node:crypto';
import type { TestPerson } from '@lotse/shared/testing';
import { LIST_SHOWS, TOTALS } from '../expectations/lists';
import { COLLECTION_ROUTES, STAFF_ROUTES, WITHOUT_RULE_BY_ROLE } from '../expectations/other-routes';
import { letterOf } from '../expectations/table';
import type { Mode, Program } from '../program';
import { canariesIn } from '../world/canary';
import { type Cast, HOUSE_OF, ROLES_IN_ORDER, type Viewer } from '../world/cast';
import { SITUATIONS } from '../world/situation';
import { type Answer, neutral, send } from './calls';
import { readableTexts, textsOf } from './expected';
import { inParallel } from './in-parallel';
import type { Staff } from './staff';

/** Lists that need to be asked something. */
const QUERIES: Readonly<Record<string, string>> = {
  'GET /companies/duplicates': '?name=secret+company',
  'GET /industries': '?query=bau',
  'GET /deadlines': '?from=2026-03-27&amount=35&unit=WORKING_DAY',
  'GET /municipality-suggestions': '?postalCode=63225',
  'GET /routing/suggestion': '?caseType=OTHER&postalCode=63225',
};

const ENTRY = { kind: 'CLOSURE', name: 'Probe', startsOn: '2030-05-02' };
const POLICY = { key: 'GOAL_35', target: 30, validFrom: '2030-01-01', source: 'Probe' };

/** What must be sent for the answer to say anything about rights. */
export const BODIES: Readonly<Record<string, (viewer: Viewer, cast: Cast) => object>> = {
  'PATCH /people/{id}': () => ({ roles: ['MANAGER'] }),
  'PUT /people/{id}/active': () => ({ active: false }),
  'PATCH /routing/rules/{id}': () => ({ name: 'Probe' }),
  'POST /routing/rules': () => ({ name: 'Probe', receiver: 'MUNICIPALITY_OF_PLACE' }),
  'POST /absences': (viewer, cast) => ({ deputyId: deputyOf(viewer, cast).userId, startsOn: '2030-03-04', endsOn: '2030-03-05' }),
  'POST /people/invitations': () => ({ email: `${randomUUID()}@ort.example`, name: 'Neu Beispiel', roles: ['OFFICER'] }),
  'PUT /organisation-settings': () => ({ presence: true }),
  'PUT /notification-digest': () => ({ at: '07:30' }),
  'POST /companies': () => ({ name: 'Beispiel GmbH', establishments: [], contacts: [] }),
  'PUT /site-profile': () => ({ useClasses: [], tenures: [] }),
  'POST /cases/bulk': () => ({ ids: [randomUUID()], action: { kind: 'NEXT_STEP', nextStep: 'Probe' } }),
  'POST /checklist-templates': () => ({ caseType: 'OTHER', title: 'Probe', items: ['Probe'] }),
  'PUT /checklist-items/{id}/done': () => ({ done: true }),
  'POST /checklist-items/{id}/hand': () => ({ toOrganisationId: randomUUID() }),
  'PATCH /checklist-templates/{id}': () => ({ caseType: 'OTHER', title: 'Probe', items: ['Probe'] }),
  'POST /session/view-as': () => ({ userId: randomUUID(), reason: 'Probe' }),
  'POST /calendar-entries': () => ENTRY,
  'POST /calendar-entries/preview': () => ENTRY,
  'PATCH /calendar-entries/{id}': () => ENTRY,
  'POST /clock-policies': () => POLICY,
  'POST /clock-policies/preview': () => POLICY,
  'POST /cases': () => ({ type: 'OTHER', title: 'Probe', companyId: randomUUID() }),
};

const STAFF_IDS: Readonly<Record<string, keyof Staff>> = {
  'PATCH /people/{id}': 'personId',
  'PUT /people/{id}/active': 'personId',
  'DELETE /people/invitations/{id}': 'invitationId',
  'DELETE /absences/{id}': 'absenceId',
  'GET /organisations/{id}/accountability': 'organisationId',
  'POST /outgoing-mail/{id}/retry': 'mailId',
  'PUT /notifications/{id}/read': 'notificationId',
};

/** Asks lists, figures and the rows of an organisation itself; answers what is otherwise than the tables say. */
export class Collections {
  constructor(
    private readonly cast: Cast,
    private readonly staff: Staff,
    private readonly program: Program,
    private readonly mode: Mode,
    /** Only this route, where one is named. */
    private readonly only?: string,
  ) {}

  /** Who may ask at all; nobody changes anything here. */
  doors(): Promise<string[]> {
    const asked = [...COLLECTION_ROUTES].filter(([route]) => route !== 'GET /live' && this.#isAsked(route)); // never ends: live.spec.ts
    const viewers = this.cast.viewers.filter(({ group }) => group === 'others');
    return inParallel(pairs(asked, viewers), async ([[route, { everybody = '' }], viewer]) => {
      const letter = letterOf(everybody, ROLES_IN_ORDER.indexOf(viewer.role));
      if (letter === '+' && !route.startsWith('GET ')) return [];
      const answer = await this.#send(viewer.person, route + (QUERIES[route] ?? ''), '', BODIES[route]?.(viewer, this.cast));
      const isOpen = this.mode === 'policies only' && WITHOUT_RULE_BY_ROLE.includes(route);
      const findings = isOpen || this.#fits(letter, answer) ? [] : [this.#tell(route, viewer, letter, answer)];
      return [...findings, ...this.#surplus(viewer, answer).map((text) => `${this.#tell(route, viewer, letter)} shows ${text}`)];
    });
  }

  /** Rows of the own and of another organisation. What is allowed is left to the specs of its domain. */
  staffDoors(): Promise<string[]> {
    const viewers = this.cast.viewers.filter(({ group }) => group !== 'others');
    return inParallel(
      pairs(
        [...STAFF_ROUTES].filter(([route]) => this.#isAsked(route)),
        viewers,
      ),
      async ([[route, { colleagues = '', foreign = '' }], viewer]) => {
        const letter = letterOf(viewer.group === 'team' ? colleagues : foreign, ROLES_IN_ORDER.indexOf(viewer.role));
        if (letter === '+') return [];
        const ask = (id: string) => this.#send(viewer.person, route, id, BODIES[route]?.(viewer, this.cast), 1);
        const answer = await ask(this.staff[STAFF_IDS[route] ?? 'personId']);
        if (!this.#fits(letter, answer)) return [this.#tell(route, viewer, letter, answer)];
        const isSame = letter !== '.' || JSON.stringify(neutral(answer)) === JSON.stringify(neutral(await ask(randomUUID())));
        return isSame ? [] : [`${this.#tell(route, viewer, letter, answer)} differs from an unknown id`];
      },
    );
  }

  /** How many rows a list has, and which texts. */
  lists(): Promise<string[]> {
    return inParallel(pairs([...TOTALS], this.cast.viewers), ([[key, totals], viewer]) =>
      this.#list(key, totals[viewer.group] ?? '', viewer),
    );
  }

  async #list(key: string, counted: string, viewer: Viewer): Promise<string[]> {
    const [path = '', field = 'total'] = key.split(':');
    const route = path.split('?')[0] ?? '';
    const role = ROLES_IN_ORDER.indexOf(viewer.role);
    const mayAsk = letterOf(COLLECTION_ROUTES.get(route)?.['everybody'] ?? '', role) === '+';
    if (!mayAsk && (this.mode !== 'policies only' || !WITHOUT_RULE_BY_ROLE.includes(route))) return [];
    // Figures by role: without one for the role, nothing.
    const counts = mayAsk || field === 'total' ? counted.split('/').map(Number) : [0];
    const answer = await this.#send(viewer.person, `${path}${path.includes('?') ? '&' : '?'}${PAGED.has(route) ? 'size=200' : ''}`, '');
    const wanted = counts.length === 1 ? counts[0] : counts[role];
    const found = figure(answer.body, field);
    const findings = found === wanted ? [] : [`${this.#tell(key, viewer, '+')} counts ${found} instead of ${wanted}`];
    const shows = LIST_SHOWS[route];
    if (!shows) return findings;
    const texts = canariesIn(answer.body);
    const expected = SITUATIONS.flatMap((situation) => textsOf(situation, viewer, shows)).sort();
    const isSame = JSON.stringify(texts) === JSON.stringify(expected);
    return isSame ? findings : [...findings, `${this.#tell(key, viewer, '+')} ${difference(texts, expected)}`];
  }

  #isAsked(route: string): boolean {
    return this.only === undefined || this.only === route;
  }

  #surplus(viewer: Viewer, answer: Answer): string[] {
    const readable = new Set(SITUATIONS.flatMap((name) => [...readableTexts(name, viewer)].map((kind) => `${name}/${kind}`)));
    return canariesIn(answer.body).filter((text) => !readable.has(text));
  }

  #fits(letter: string, { status, body }: Answer): boolean {
    if (letter === '+') return status === 200;
    if (letter === '.') return status === 404 || (this.mode === 'policies only' && status === 403);
    // Without the API's checks of permission the policies leave nothing to show, or refuse.
    return (
      (status === 403 && (body as { code?: string }).code === 'forbidden') ||
      (this.mode === 'policies only' && (status >= 400 || (body as { total?: number }).total === 0))
    );
  }

  #send(person: TestPerson, route: string, id: string, body?: object, version?: number): Promise<Answer> {
    return send(this.program.as(person), route, { id, body, version });
  }

  #tell(route: string, { group, role }: Viewer, letter: string, answer?: Answer): string {
    return `[${this.mode}] ${route} · ${group} ${role} (${letter})${answer ? `: ${answer.status} ${JSON.stringify(answer.body)}` : ''}`;
  }
}

const PAGED = new Set([
  'GET /cases',
  'GET /procedures',
  'GET /follow-ups',
  'GET /handovers',
  'GET /distributions',
  'GET /companies',
  'GET /audit',
]);

/** Everything with everything. */
const pairs = <A, B>(one: readonly A[], other: readonly B[]): [A, B][] => one.flatMap((a) => other.map((b): [A, B] => [a, b]));

function deputyOf(viewer: Viewer, cast: Cast): TestPerson {
  const found = cast.viewers.find(
    ({ group, role, person }) => HOUSE_OF[group] === HOUSE_OF[viewer.group] && role === 'LIAISON' && person !== viewer.person,
  );
  return (found ?? viewer).person;
}

/** A field of the answer, or the sum of it over the items. */
function figure(body: unknown, field: string): unknown {
  const { items, ...rest } = body as Record<string, unknown> & { items?: Record<string, number>[] };
  return field in rest ? rest[field] : items?.reduce((sum, item) => sum + (item[field] ?? 0), 0);
}

const difference = (found: string[], wanted: string[]): string =>
  `shows ${found.filter((text) => !wanted.includes(text))}, hides ${wanted.filter((text) => !found.includes(text))}`;
