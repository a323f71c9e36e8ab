import { randomUUID } from 'node:crypto';
import { testUrls, type TestPerson, World } from '@lotse/shared/testing';
import { openApi } from '../docs/open-api';
import { neutral } from './matrix/calls';
import { inParallel } from './matrix/in-parallel';
import { MODES, type Program, startProgram } from './program';
import { buildCast, type Cast } from './world/cast';
import { DatabaseActor } from './world/database-actor';
import { type Situation, SituationMaker } from './world/situation';

/** What is secret, and every word somebody could look for it with. Ids are known beforehand, as if somebody had guessed them. */
const SECRET = {
  name: 'Nachtigallenhof Beispielwerke GmbH',
  project: 'Projekt Nachtigall',
  title: 'Ansiedlung Nachtigallenhof',
  email: 'nachtigall@nachtigallenhof.example',
  phone: '+49 6103 9988776',
  phoneKey: '+4961039988776',
  street: 'Nachtigallenweg',
  postalCode: '63225',
  register: 'HRB 998877',
  ids: {
    company: randomUUID(),
    contact: randomUUID(),
    establishment: randomUUID(),
    case: randomUUID(),
    closed: randomUUID(),
    followUp: randomUUID(),
    document: randomUUID(),
    procedure: randomUUID(),
    effect: randomUUID(),
    handover: randomUUID(),
    distribution: randomUUID(),
  },
};

const WORDS = [SECRET.name, 'Nachtigallenhof', 'nachtigalenhof', SECRET.project, SECRET.title, SECRET.phone, SECRET.email, SECRET.street];

/** Questions that are asked with the words of the secret. */
const SEARCHES: Readonly<Record<string, string[]>> = {
  '/api/v1/companies': [
    '',
    ...WORDS.map((word) => `?q=${encodeURIComponent(word)}`),
    '?confidential=true',
    '?sort=-name',
    '?size=1&page=2',
  ],
  '/api/v1/cases': [
    '',
    ...WORDS.map((word) => `?q=${encodeURIComponent(word)}`),
    `?companyId=${SECRET.ids.company}`,
    '?status=CLOSED',
    '?sort=-createdAt&size=1',
    '?officerId=none',
  ],
  '/api/v1/companies/duplicates': [
    `?name=${encodeURIComponent(SECRET.name)}`,
    `?name=Nachtigallenhof&phone=${encodeURIComponent(SECRET.phone)}&email=${SECRET.email}`,
    `?postalCode=${SECRET.postalCode}&street=${SECRET.street}&houseNumber=7`,
    `?registerCourt=Offenbach&registerNumber=${encodeURIComponent(SECRET.register)}`,
  ],
  '/api/v1/notifications': ['', '?unread=true'],
  '/api/v1/follow-ups': ['', '?state=all', '?dueUntil=2099-12-31'],
  '/api/v1/handovers': ['', '?box=in', '?box=out', '?state=OFFERED'],
  '/api/v1/distributions': ['', '?box=in', '?box=out', '?state=RUNNING'],
  '/api/v1/satisfaction': ['', '?scope=region', '?from=2025-01-01'],
  '/api/v1/procedures': ['', '?state=all&sort=-dueOn', '?year=2026&size=1&page=2'],
  '/api/v1/deadlines': ['?from=2026-03-27&amount=35&unit=WORKING_DAY&own=true'],
  '/api/v1/industries': ['?query=bau'],
  '/api/v1/municipality-suggestions': [`?postalCode=${SECRET.postalCode}`],
  '/api/v1/routing/suggestion': [`?caseType=SETTLEMENT&postalCode=${SECRET.postalCode}`],
  '/api/v1/cases/{id}/handover-preview': ['', '?kind=CONSULT'],
};

/** People whose office it is to know a little more of their own organisation. */
const MAY_DIFFER: readonly string[] = [
  'others MANAGER /api/v1/cases/confidential-count', // the one figure managers get
  'others ADMINISTRATOR /api/v1/outgoing-mail', // that a mail left, and to which domain
  'others DATA_PROTECTION_OFFICER /api/v1/audit', // that something was done, not what it says
  ' /api/v1/organisations', // partners of all regions, and other specs found new ones in between; it holds nothing else
];

/**
 * A world is asked everything, then a secret is put into it, then it is asked everything again.
 * `all`: everybody in all three modes; else those who could see most, with both layers.
 */
export const describeTwoWorlds = (all: boolean): void =>
  describe('a world with a secret and the same world without it', () => {
    let world: World;
    let db: DatabaseActor;
    let cast: Cast;
    let known: Situation[];
    const programs: Program[] = [];

    beforeAll(async () => {
      const urls = testUrls();
      world = await World.open(urls.admin);
      db = await DatabaseActor.open(urls.app);
      cast = await buildCast(world);
      await world.sql('update organisations set presence = true where id = $1', [cast.houses.home.id]);
      const maker = new SituationMaker(db, world, cast);
      known = [];
      for (const name of ['own', 'offered', 'coWork', 'taken', 'graded'] as const) known.push(await maker.make(name));
      for (const mode of all ? MODES : (['normal'] as const)) programs.push(await startProgram(mode));
    }, 120_000);
    afterAll(async () => {
      for (const program of programs) await program.close();
      await db.close();
      await world.close();
    });

    it(
      'answer everybody who is not in on it the same, byte by byte',
      async () => {
        const before = await crawl();
        await keepASecret();
        const after = await crawl();
        const differing = [...after].filter(([question, answer]) => before.get(question) !== answer).map(([question]) => question);
        const told = differing.filter((question) => !MAY_DIFFER.some((allowed) => question.includes(allowed)));
        expect(told.map((question) => `${question}\n  ${before.get(question)}\n  ${after.get(question)}`)).toEqual([]);
        expect(after.size).toBe(before.size);
        expect(after.size).toBeGreaterThan(all ? 4_000 : 500);
        // Whoever is in on it sees it, so there was something to see.
        const [program] = programs;
        const seen = await program?.as(cast.person('team', 'OFFICER')).get(`/companies?q=Nachtigallenhof`);
        expect(seen?.body['total']).toBe(1);
      },
      all ? 3_600_000 : 240_000,
    );

    it('let others enter a company of that name, without a word', async () => {
      const partner = programs[0]?.as(cast.person('partner', 'OFFICER'));
      const answer = await partner?.post('/companies', {
        name: SECRET.name,
        registerCourt: 'Offenbach',
        registerNumber: SECRET.register,
        establishments: [],
        contacts: [],
      });
      expect(answer?.status).toBe(201);
      const found = await partner?.get('/companies?q=Nachtigallenhof');
      expect(found?.body['total']).toBe(1);
    });

    /** Every reading route, as everybody who is not in the team, in all three modes: the question, and the answer without clocks. */
    async function crawl(): Promise<Map<string, string>> {
      const answers = new Map<string, string>();
      const outsiders = cast.viewers.filter(
        ({ group, role }) =>
          group !== 'team' && group !== 'neighbour' && (all || role === 'LIAISON' || (group === 'others' && role !== 'OFFICER')),
      );
      await Promise.all(
        programs.map((program, index) =>
          inParallel(outsiders, async ({ group, role, person }) => {
            for (const path of paths(program)) answers.set(`${MODES[index]} ${group} ${role} ${path}`, await ask(program, person, path));
            return [];
          }),
        ),
      );
      return answers;
    }

    function paths({ app }: Program): string[] {
      const reading = Object.entries(openApi(app).paths).filter(([, methods]) => 'get' in methods);
      const routes = reading
        .map(([path]) => path)
        .filter((path) => path.startsWith('/api/v1/') && path !== '/api/v1/live' && !path.includes('{token}'));
      return routes.flatMap((path) =>
        (SEARCHES[path] ?? ['']).flatMap((query) =>
          idsFor(path).map(
            (id) => path.replace('{id}', id).replace('{number}', '1').replace('{key}', `case:${SECRET.ids.case}:note`) + query,
          ),
        ),
      );
    }

    function idsFor(path: string): string[] {
      if (!path.includes('{id}')) return [''];
      if (path.includes('/cases/')) return [SECRET.ids.case, SECRET.ids.closed, ...known.map(({ caseId }) => caseId)];
      if (path.includes('/procedures/')) return [SECRET.ids.procedure, ...known.map(({ procedureId }) => procedureId)];
      if (path.includes('/documents/')) return [SECRET.ids.document, ...known.map(({ documentId }) => documentId)];
      if (path.includes('/handovers/')) return [SECRET.ids.handover, ...known.flatMap(({ handoverId }) => handoverId ?? [])];
      if (path.includes('/distributions/'))
        return [SECRET.ids.distribution, ...known.flatMap(({ distributionId }) => distributionId ?? [])];
      return [SECRET.ids.company, ...known.map(({ companyId }) => companyId)];
    }

    async function ask(program: Program, person: TestPerson, path: string): Promise<string> {
      const answer = await program.as(person).get(path);
      const text = JSON.stringify(neutral(answer)).replace(/"(expiresAt|timeLeft)":("[^"]*"|\{[^}]*\})/g, '"$1":0');
      // An age runs on between two questions: how long it is by now, and the end of the last interval, which is now.
      return path.endsWith('/accountability')
        ? text.replace(/"ageSeconds":[\d.]+/, '"ageSeconds":0').replace(/"to":"[^"]*"(?=,"organisationName":"[^"]*"\}\]\})/, '"to":0')
        : text;
    }

    /** A confidential company with two confidential cases, one running and offered abroad, one closed and graded. */
    async function keepASecret(): Promise<void> {
      const officer = cast.person('team', 'OFFICER');
      const { ids } = SECRET;
      const as = (statement: SqlText, ...values: unknown[]) => db.as(officer, statement, values);
      await as(
        `insert into companies (id, name, confidential, project_name, register_court, register_number, industry_code, industry_version, size_class)
       values ($1, $2, true, $3, 'Offenbach', $4, '25.62', 'WZ2025', 'LARGE')`,
        ids.company,
        SECRET.name,
        SECRET.project,
        SECRET.register,
      );
      await as(
        `insert into establishments (id, company_id, street, house_number, postal_code, place, municipality_source) values ($1, $2, $3, '7', $4, 'Langen', 'OUTSIDE')`,
        ids.establishment,
        ids.company,
        SECRET.street,
        SECRET.postalCode,
      );
      await as(
        `insert into contact_persons (id, company_id, first_name, last_name, email, phone, phone_key, survey_notice_on) values ($1, $2, 'Nora', 'Nachtigall', $3, $4, $5, '2026-01-01')`,
        ids.contact,
        ids.company,
        SECRET.email,
        SECRET.phone,
        SECRET.phoneKey,
      );
      for (const id of [ids.case, ids.closed])
        await as(
          `select create_case($1, 'SETTLEMENT', $2, $3, null, true, $4, '{}', 'Anrufen', today_in_berlin())`,
          id,
          SECRET.title,
          ids.company,
          SECRET.project,
        );
      await as(
        `insert into interactions (id, company_id, case_id, kind, text, mentions) values ($1, $2, $3, 'CALL', 'Nachtigall rief an', $4)`,
        randomUUID(),
        ids.company,
        ids.case,
        [cast.person('others', 'LIAISON').userId], // named without being let in
      );
      await as(
        `insert into drafts (user_id, organisation_id, key, content) values (my_user(), my_org(), $1, '{"text": "Nachtigall"}')`,
        `case:${ids.case}:note`,
      );
      await as('select be_present($1)', ids.case);
      await as(
        'insert into follow_ups (id, case_id, assignee_id, title, due_on) values ($1, $2, null, $3, today_in_berlin())',
        ids.followUp,
        ids.case,
        SECRET.title,
      );
      await as(
        `insert into job_effects (id, case_id, effect, attribution, count, source) values ($1, $2, 'CREATED', 'CAUSED', 900, 'Nachtigall')`,
        ids.effect,
        ids.case,
      );
      const hash = randomUUID().replaceAll('-', '').repeat(2);
      await as('select keep_file($1, 12, $2)', hash, 'PDF');
      await as(`select add_document($1, $2, $3, 'REGION', $4, 12, 'PDF')`, ids.document, ids.case, SECRET.title, hash);
      await as('select create_procedure($1, $2, $3)', ids.procedure, ids.case, {
        type: 'OTHER',
        title: SECRET.title,
        agencies: [],
        depends_on: [],
        expected_documents: [],
      });
      await as(
        `select add_permit_event(new_id(), $1, jsonb_build_object('kind', 'RECEIVED', 'occurred_on', today_in_berlin()))`,
        ids.procedure,
      );
      await as(
        `select offer_handover($1, $2, $3, 'CONSULT', 'TASK', null, 'EXPERTISE', 'Nachtigall', '{MASTER}', today_in_berlin() + 2, now() + interval '2 days')`,
        ids.handover,
        ids.case,
        cast.houses.neighbour.id,
      );
      await as(
        `select send_distribution($1, $2, $3, '{"areaMin": 500}', 'Projekt Linde', today_in_berlin() + 7, now() + interval '7 days')`,
        ids.distribution,
        ids.case,
        [cast.houses.neighbour.id],
      );
      // An offer with a file of its own: nobody but its maker and, later, the lead learns that there is one.
      const expose = randomUUID().replaceAll('-', '').repeat(2);
      const maker = cast.person('neighbour', 'LIAISON');
      await db.as(maker, `select answer_distribution($1, 'OFFER', 'Nachtigallenacker', 500, null, null, null, 'Nachtigall')`, [
        ids.distribution,
      ]);
      await db.as(maker, 'select keep_file($1, 14, $2)', [expose, 'PDF']);
      await db.as(maker, `select put_expose($1, $2, 'Nachtigall.pdf', 14, 'PDF')`, [ids.distribution, expose]);
      await as(`select set_case_status($1, null, 'CLOSED', null, 'ACHIEVED')`, ids.closed);
      const link = Buffer.from(randomUUID());
      await world.sql('select issue_survey_token(id, sha256($2)) from surveys where case_id = $1', [ids.closed, link]);
      await db.as(undefined, `select answer_survey(sha256($1), 5, 5, false, 'Nachtigall unzufrieden', true, today_in_berlin())`, [link]);
    }
  });

/** Text of the program, for the rule against foreign SQL. */
type SqlText = string;
