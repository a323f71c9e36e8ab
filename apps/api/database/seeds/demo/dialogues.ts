import { createHash, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { legalFormFacts } from '@lotse/companies/contract';
import { handoverDue } from '@lotse/shared/contract';
import type { CaseStory } from './story';
import type { Partner, World } from './world';

const NEED = { areaMin: 2500, useClass: 'GE', tenure: 'BUY', transport: 'MOTORWAY', words: 'Ebenes Grundstück, Zufahrt für Lastzüge.' };
const WORKING_DAYS = 5;
const CHECKLIST = ['Bedarf im Gespräch klären', 'Flächen mit dem Planungsamt abstimmen', 'Ansprechperson der Bauaufsicht nennen'];
/** Nothing of the demonstration is sent to anybody. */
const UNSENT = `delete from outgoing_mails where template ~ '^(distribution|enquiry)[.]'`;

const ENQUIRIES = [
  {
    type: 'EXPANSION',
    title: 'Anfrage: Erweiterung',
    companyName: 'Musterbau Beispielhalle GmbH',
    firstName: 'Ilse',
    lastName: 'Beispiel',
    email: 'ilse.beispiel@example.org',
    language: 'de',
    areaSqm: 900,
    message: 'Unsere Halle ist zu klein geworden. Gibt es in der Nähe eine Fläche, auf der wir anbauen oder neu bauen können?',
  },
  {
    type: 'OTHER',
    title: 'Anfrage',
    companyName: 'Placeholder Trading Ltd',
    firstName: 'Sam',
    lastName: 'Sample',
    email: 'sam.sample@example.org',
    language: 'en',
    message: 'Which office tells us what permits a small showroom needs?',
  },
] as const;

/**
 * What takes more than one organisation, or the public: two enquiries for sites, two enquiries by the form, a checklist, an oral
 * agreement. All of it by the functions of the program, on behalf of demonstration people.
 */
export async function addDialogues(client: Client, world: World, stories: CaseStory[]): Promise<void> {
  const lead = world.partners.find(({ slug }) => slug === 'kreis-offenbach');
  if (!lead) return;
  const open = stories.filter(
    ({ owner, status, isOnOffer, confidential }) => owner === lead && status !== 'CLOSED' && !isOnOffer && !confidential,
  );
  const towns = world.partners.filter(({ kind, regionId }) => kind === 'MUNICIPALITY' && regionId === lead.regionId).slice(0, 4);
  const [running, decided] = open.filter(({ type }) => type === 'SETTLEMENT');
  if (running) await ask(client, running, towns, 'Projekt Beispielhain', 2);
  if (decided) {
    const id = await ask(client, decided, towns, 'Projekt Musterwiese', towns.length);
    await as(client, lead, `select decide_distribution($1, $2, 'Beste Anbindung an die Autobahn.', $3)`, [
      id,
      towns[0]?.id,
      JSON.stringify([{ organisationId: towns[1]?.id, note: 'Vielen Dank. Den Ausschlag gab die Nähe zur Autobahn.' }]),
    ]);
  }
  const [listed, agreed] = open.filter(({ type }) => type !== 'SETTLEMENT');
  if (listed) await as(client, lead, 'select add_checklist_items($1, $2)', [listed.id, CHECKLIST]);
  if (agreed)
    await as(
      client,
      lead,
      `select record_agreement(new_id(), $1, 'COMPANY', 'Unterstützung durch weitere Stellen', null, '{MASTER,CONTACTS,NOTES,DOCUMENTS,PERMITS}',
         null, $2, today_in_berlin() - 1, 'ORAL', 'Am Telefon zugestimmt.')`,
      [agreed.id, agreed.company.contact.name],
    );
  const town = towns[0];
  for (const enquiry of ENQUIRIES) await receive(client, town ?? lead, enquiry);
  await client.query(UNSENT);
}

/** One enquiry for sites that some towns have answered. */
async function ask(client: Client, { id: caseId, owner }: CaseStory, towns: Partner[], name: string, answers: number): Promise<string> {
  const { dueOn, dueAt } = handoverDue(new Date().toISOString(), { state: 'HE' }, WORKING_DAYS);
  const rows = await as<{ id: string }>(client, owner, 'select send_distribution(new_id(), $1, $2, $3, $4, $5, $6) as id', [
    caseId,
    towns.map(({ id }) => id),
    JSON.stringify(NEED),
    name,
    dueOn,
    dueAt,
  ]);
  const id = rows[0]?.id ?? '';
  for (const [n, town] of towns.slice(0, answers).entries()) {
    await as(client, town, 'select open_distribution($1)', [id]);
    if (n === 2)
      await as(client, town, `select answer_distribution($1, 'NO_SITE', null, null, null, null, null, 'Zurzeit ist nichts frei.')`, [id]);
    else
      await as(client, town, `select answer_distribution($1, 'OFFER', $2, $3, $4, 'Kauf, voll erschlossen', null, null)`, [
        id,
        `Gewerbegebiet Musterfeld ${n + 1}, Beispielstraße`,
        2800 + 600 * n,
        145 + 15 * n,
      ]);
  }
  return id;
}

async function receive(client: Client, owner: Partner, enquiry: (typeof ENQUIRIES)[number]): Promise<void> {
  const full = {
    ...enquiry,
    ...legalFormFacts(null, enquiry.companyName),
    postalCode: owner.postalCodes[0] ?? '63128',
    consentVersion: '2026-11',
    nextStep: 'Anfrage beantworten',
  };
  const place = owner.place ?? owner.name;
  await client.query(
    `with received as (select submit_enquiry(new_id(), $1, $2 || jsonb_build_object('nextStepOn', today_in_berlin() + 1), 1000, false) as r)
     select r from received`,
    [[owner.id], JSON.stringify({ ...full, place })],
  );
  await client.query(
    `with marked as (update service_cases set is_demo = true where id in (select case_id from enquiries) returning company_id)
     update companies set is_demo = true where id in (select company_id from marked)`,
  );
}

/** SQL on behalf of the liaison of a partner, by a session that ends with it. */
async function as<T extends object>(client: Client, partner: Partner, text: string, values: unknown[]): Promise<T[]> {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  await client.query('insert into sessions (token_hash, user_id, organisation_id) values ($1, $2, $3)', [
    hash,
    partner.people.LIAISON?.id,
    partner.id,
  ]);
  await client.query(`select set_config('app.token', $1, true)`, [token]);
  const { rows } = await client.query<T>(text, values);
  await client.query(`select set_config('app.token', '', true)`);
  await client.query('delete from sessions where token_hash = $1', [hash]);
  return rows;
}
