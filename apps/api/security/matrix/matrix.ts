import { randomUUID } from 'node:crypto';
import { STUB_FIELDS } from '../expectations/case-routes';
import { canariesIn } from '../world/canary';
import type { Viewer } from '../world/cast';
import type { Mode, Program } from '../program';
import { type Answer, type Call, callOf, neutral, send } from './calls';
import { type Expectation, readableTexts } from './expected';
import { inParallel } from './in-parallel';
import type { MatrixWorld } from './world';

const STATUSES: Record<Expectation['letter'], readonly number[]> = {
  '+': [200, 201, 204],
  s: [200],
  '-': [403],
  x: [403],
  '.': [404],
  '!': [409, 422],
};

/** Asks every question of the expectation tables of a running program and says what was answered otherwise. */
export class Matrix {
  readonly #unknown = new Map<string, Promise<object>>();
  readonly #versions = new Map<string, Promise<number | undefined>>();
  readonly #compared = new Set<string>();
  /** How many requests were sent. */
  asked = 0;

  constructor(
    private readonly world: MatrixWorld,
    private readonly program: Program,
    private readonly mode: Mode,
    /** Every question, or a sample of them. */
    private readonly questions: readonly Expectation[],
  ) {}

  /** Reads, and everything that has to be refused: nothing may change. `only` picks questions; `enough` findings end the run. */
  async read(only: (question: Expectation) => boolean = () => true, enough = Infinity): Promise<string[]> {
    const questions = this.questions.filter((question) => only(question) && (question.letter !== '+' || question.route.startsWith('GET ')));
    return inParallel(questions, (question) => this.#ask(question), enough);
  }

  /** Changes that are allowed, each on a situation made for it. */
  async write(only: (question: Expectation) => boolean = () => true, enough = Infinity): Promise<string[]> {
    const questions = this.questions.filter((question) => only(question) && question.letter === '+' && !question.route.startsWith('GET '));
    // Calls that get along share a situation: one for each situation and person.
    const together = Map.groupBy(questions, (question) =>
      callOf(question.route).alone ? question : `${question.situation} ${question.viewer.group} ${question.viewer.role}`,
    );
    const work = async (group: Expectation[]) => {
      const findings: string[] = [];
      const situation = await this.world.fresh(group[0]?.situation ?? 'own');
      for (const question of group) findings.push(...(await this.#do(question, situation)));
      return findings;
    };
    return inParallel(together.values(), work, enough);
  }

  async #ask(question: Expectation): Promise<string[]> {
    const situation = this.world.situations[question.situation];
    const call = callOf(question.route);
    const id = situation[call.subject];
    if (id === undefined) return [];
    const { group, person } = question.viewer;
    const body = call.body?.({ situation, cast: this.world.cast, group });
    const answer = await this.#send(question.viewer, question.route, id, await this.#versionOf(call, id), body);
    const findings = this.#judge(question, answer);
    if (question.letter === '.' && findings.length === 0 && this.#isStrict(question)) {
      const unknown = await this.#unknownAnswer(question, body);
      if (JSON.stringify(neutral(answer)) !== JSON.stringify(unknown))
        findings.push(this.#tell(question, `differs from an unknown id: ${JSON.stringify(neutral(answer))} – ${JSON.stringify(unknown)}`));
    }
    if (question.letter === '.' && call.invalid && this.#isStrict(question))
      findings.push(...(await this.#compareInvalid(question, id, person.userId)));
    return findings;
  }

  /** Whether a refusal has to be that of an unknown id: always, but where the policies alone hold only for rows nobody reads. */
  #isStrict({ situation, viewer }: Expectation): boolean {
    return this.mode !== 'policies only' || readableTexts(situation, viewer).size === 0;
  }

  /** Of rows that do not change while they are read. */
  #versionOf(call: Call, id: string): Promise<number | undefined> {
    const key = `${call.versionOf} ${id}`;
    const known = this.#versions.get(key) ?? this.world.versionOf(call, id);
    this.#versions.set(key, known);
    return known;
  }

  async #do(question: Expectation, situation: MatrixWorld['situations'][Expectation['situation']]): Promise<string[]> {
    const call = callOf(question.route);
    const id = situation[call.subject];
    if (id === undefined) return [];
    const body = call.body?.({ situation, cast: this.world.cast, group: question.viewer.group });
    const answer = await this.#send(question.viewer, question.route, id, await this.world.versionOf(call, id), body);
    return STATUSES['+'].includes(answer.status) ? [] : [this.#tell(question, `${answer.status} ${JSON.stringify(answer.body)}`)];
  }

  /** What an answer has too much or too little. */
  #judge(question: Expectation, answer: Answer): string[] {
    const { letter, texts, route } = question;
    if (this.mode === 'policies only' && !STATUSES[letter].includes(answer.status)) return this.#judgeByPolicies(question, answer);
    // The guard itself refuses, before anything is read: `forbidden` is its word alone.
    const isLate = letter === '-' && this.mode !== 'policies only' && (answer.body as { code?: string }).code !== 'forbidden';
    if (isLate || !STATUSES[letter].includes(answer.status))
      return [this.#tell(question, `${answer.status} ${JSON.stringify(answer.body)}`)];
    if (letter === 's' && JSON.stringify(Object.keys(answer.body as object).sort()) !== JSON.stringify(STUB_FIELDS))
      return [this.#tell(question, `the stub shows ${Object.keys(answer.body as object)}`)];
    const found = canariesIn(answer.body);
    const findings = found.filter((text) => !texts.includes(text)).map((text) => this.#tell(question, `shows ${text}`));
    if (route.startsWith('GET '))
      findings.push(...texts.filter((text) => !found.includes(text)).map((text) => this.#tell(question, `hides ${text}`)));
    return findings;
  }

  /**
   * The policies know rows, not routes. So with them alone a refusal may have another reason, and an answer may come where the API
   * would have refused the role; but it shows nothing the person could not read elsewhere, and a row of which the person reads
   * nothing does not exist. (That nothing has changed is seen by the digest of all rows.)
   */
  #judgeByPolicies(question: Expectation, answer: Answer): string[] {
    const { letter, situation, viewer } = question;
    const readable = [...readableTexts(situation, viewer)].map((kind) => `${situation}/${kind}`);
    const shown = canariesIn(answer.body).filter((text) => !readable.includes(text));
    const told = letter === '+' || letter === 's' || (letter === '.' && readable.length === 0);
    const empty = answer.status >= 400 || readable.length > 0 || isEmpty(answer.body);
    if (shown.length === 0 && !told && empty) return [];
    return [this.#tell(question, `${answer.status} ${JSON.stringify(answer.body)}`)];
  }

  /** Order of validation: whatever is wrong with a request, a foreign id is answered like an unknown one. */
  async #compareInvalid({ route, viewer, ...question }: Expectation, id: string, personId: string): Promise<string[]> {
    const { invalid, versionOf } = callOf(route);
    const findings: string[] = [];
    // Faults of a request are found before rows are read, so one person of each relation is enough.
    const kind = `${route} ${question.relation}`;
    if (this.#compared.has(kind)) return [];
    this.#compared.add(kind);
    for (const [what, version, body] of [
      ['an invalid body', versionOf && 1, invalid],
      ...(versionOf ? [['no If-Match', undefined, invalid] as const] : []),
    ] as const) {
      const key = `${what} ${route} ${personId}`;
      const unknown = this.#remember(key, () => this.#send(viewer, route, randomUUID(), version, body));
      const foreign = neutral(await this.#send(viewer, route, id, version, body));
      if (JSON.stringify(foreign) !== JSON.stringify(await unknown))
        findings.push(this.#tell({ route, viewer, ...question }, `with ${what} differs from an unknown id: ${JSON.stringify(foreign)}`));
    }
    return findings;
  }

  #unknownAnswer({ route, viewer }: Expectation, body: object | undefined): Promise<object> {
    const { versionOf } = callOf(route);
    return this.#remember(`${route} ${viewer.person.userId}`, () => this.#send(viewer, route, randomUUID(), versionOf && 1, body));
  }

  #remember(key: string, ask: () => Promise<Answer>): Promise<object> {
    const known = this.#unknown.get(key) ?? ask().then(neutral);
    this.#unknown.set(key, known);
    return known;
  }

  #send(viewer: Viewer, route: string, id: string, version: number | undefined, body?: object): Promise<Answer> {
    this.asked++;
    return send(this.program.as(viewer.person), route, { id, version, body });
  }

  #tell(
    { route, situation, relation, letter, viewer }: Pick<Expectation, 'route' | 'situation' | 'relation' | 'letter' | 'viewer'>,
    what: string,
  ): string {
    return `[${this.mode}] ${route} · ${situation} · ${viewer.group} ${viewer.role} (${relation} ${letter}): ${what}`;
  }
}

/** A list or figure that says nothing. */
function isEmpty(body: unknown): boolean {
  return typeof body === 'object' && body !== null && (body as { total?: unknown }).total === 0;
}
