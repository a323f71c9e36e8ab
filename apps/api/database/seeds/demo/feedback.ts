import { planPublishing, quarterOf, RECOVERY_WORKING_DAYS } from '@lotse/feedback/contract';
import { addWorkingDays, berlinDay } from '@lotse/shared/contract';
import type { ClientBase } from 'pg';
import type { CaseStory } from './story';
import { DAY, type World } from './world';

type Grades = readonly (readonly [grade: number, weight: number])[];

const GOOD: Grades = [
  [1, 46],
  [2, 42],
  [3, 9],
  [4, 3],
];
const FAIR: Grades = [
  [1, 22],
  [2, 42],
  [3, 22],
  [4, 9],
  [5, 5],
];
const POOR: Grades = [
  [2, 18],
  [3, 38],
  [4, 28],
  [5, 12],
  [6, 4],
];

/** How the organisations of the demonstration are rated, so that every state of the target can be seen. */
const RATED: Record<string, Grades> = { dietzenbach: GOOD, rodgau: FAIR, 'neu-isenburg': POOR, 'kreis-offenbach': GOOD };

const EXCLUSIONS = [
  [null, 90],
  ['NO_NOTICE', 4],
  ['ASKED_RECENTLY', 5],
  ['OBJECTED', 1],
] as const;

const COMMENTS: Record<number, readonly string[]> = {
  1: ['Schnell, freundlich, verbindlich. Danke!', 'Ein Ansprechpartner für alles, so soll es sein.'],
  2: ['Gute Begleitung, die Genehmigung hat gedauert.', 'Unkompliziert.'],
  3: ['Mehrfach nachfragen müssen.'],
  4: ['Zu viele Stellen, keiner wusste Bescheid.', 'Wir haben sehr lange auf eine Antwort gewartet.'],
  5: ['Enttäuschend: drei Monate ohne Rückmeldung.'],
};

interface SurveyRow {
  case_id: string;
  at: Date;
  exclusion: string | null;
  answer: Answer | null;
}

interface Answer {
  at: Date;
  grade: number;
  duration: number;
  recommend: boolean;
  comment: string | null;
}

/** Poor grades of these last days still wait for a call; the older ones have had theirs. */
const CALLED_AFTER = 14 * DAY;

/** Surveys of the closed cases, their answers, and what of them is published: by the rules the program itself uses. */
export async function addFeedback(client: ClientBase, world: World, stories: readonly CaseStory[]): Promise<void> {
  const rows = stories.filter((story) => story.closedAt).map((story) => survey(world, story, story.closedAt as Date));
  await client.query(
    `with given as (select * from jsonb_to_recordset($1::jsonb) as g(case_id uuid, at timestamptz, exclusion text, answer jsonb)),
     made as (insert into surveys (case_id, region_id, owner_org, credited, contact_person_id, recipient_hash, language, exclusion, confidential, mail_state,
         sent_at, created_at, expires_at, answered_at)
       select c.id, c.region_id, c.owner_org, credited_organisations(c.id, c.owner_org), p.id, survey_recipient(p.email), p.language, g.exclusion, c.confidential,
         case when g.exclusion is null then 'SENT' end, case when g.exclusion is null then g.at + interval '5 minutes' end, g.at, g.at + interval '60 days',
         (g.answer ->> 'at')::timestamptz
       from given g join service_cases c on c.id = g.case_id join contact_persons p on p.id = c.contact_person_id returning id, case_id)
     insert into survey_answers (survey_id, service_grade, duration_grade, recommend, comment, call_back, first_answered_at, answered_at)
     select m.id, (g.answer ->> 'grade')::int, (g.answer ->> 'duration')::int, (g.answer ->> 'recommend')::boolean, g.answer ->> 'comment', false,
       (g.answer ->> 'at')::timestamptz, (g.answer ->> 'at')::timestamptz
     from made m join given g using (case_id) where g.answer is not null`,
    [JSON.stringify(rows)],
  );
  for (const { case_id, answer } of rows)
    if (answer && answer.grade >= 4 && world.now.getTime() - answer.at.getTime() < CALLED_AFTER)
      await client.query('select open_recovery($1, $2)', [
        case_id,
        addWorkingDays(berlinDay(answer.at), RECOVERY_WORKING_DAYS, { state: 'HE' }),
      ]);
  for (const regionId of new Set(world.partners.map((partner) => partner.regionId))) await publish(client, world, regionId);
}

function survey(world: World, story: CaseStory, closedAt: Date): SurveyRow {
  const { random } = world;
  const isTold = story.grade !== undefined;
  const exclusion = isTold ? null : random.weighted(EXCLUSIONS);
  const at = new Date(closedAt.getTime() + random.between(1, 9) * DAY);
  const answers = isTold ? story.grade !== null : exclusion === null && at < world.now && random.chance(0.68);
  return { case_id: story.id, at: closedAt, exclusion, answer: answers ? answer(world, story, at) : null };
}

function answer(world: World, story: CaseStory, at: Date): Answer {
  const { random } = world;
  const grade = story.grade ?? random.weighted(RATED[story.owner.slug] ?? (random.chance(0.6) ? GOOD : FAIR));
  const words = COMMENTS[grade] ?? [];
  return {
    at,
    grade,
    duration: Math.min(6, grade + random.between(0, 2)),
    recommend: grade <= 2 || random.chance(0.3),
    comment: words.length && random.chance(0.35) ? random.pick(words) : null,
  };
}

async function publish(client: ClientBase, world: World, regionId: string): Promise<void> {
  const { rows } = await client.query<{ survey_id: string; owner_org: string; credited: string[]; quarter: string; is_change: boolean }>(
    'select * from pending_answers_of($1)',
    [regionId],
  );
  const waiting = rows.map((row) => ({
    id: row.survey_id,
    quarter: row.quarter as ReturnType<typeof quarterOf>,
    group: { closingOwner: row.owner_org, credited: row.credited },
    isChange: row.is_change,
  }));
  for (const batch of planPublishing(waiting, quarterOf(berlinDay(world.now))))
    await client.query('select publish_batch_of($1, $2, $3, $4, $5)', [
      regionId,
      batch.closingOwner,
      batch.credited,
      batch.quarter,
      batch.answerIds,
    ]);
}
