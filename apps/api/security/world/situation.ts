import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Storage } from '@lotse/shared/api';
import { testConfig, type World } from '@lotse/shared/testing';
import { canary } from './canary';
import type { Cast } from './cast';
import type { DatabaseActor } from './database-actor';

/** What became of a case of `home`; each stands for one relation of the others to it. */
export const SITUATIONS = [
  'own',
  'secret',
  'offered',
  'secretOffered',
  'consulted',
  'coWork',
  'taken',
  'secretTaken',
  'declined',
  'ended',
  'graded',
] as const;
export type SituationName = (typeof SITUATIONS)[number];

/** The rows of one situation, by what a route calls them. */
export interface Situation {
  name: SituationName;
  caseId: string;
  companyId: string;
  contactId: string;
  establishmentId: string;
  followUpId: string;
  jobEffectId: string;
  documentId: string;
  procedureId: string;
  agreementId: string;
  handoverId: string | undefined;
  distributionId: string | undefined;
}

interface Story {
  confidential: boolean;
  /** The offer to `partner`, and what became of it. */
  offer?: { kind: 'TRANSFER' | 'CONSULT' | 'CO_WORK'; sections: string[]; then?: 'accept' | 'decline' | 'end' };
  closed?: boolean;
  /** A settlement for which `partner` was asked for a site, and has answered; `home` is a municipality and must not read it yet. */
  distributed?: boolean;
}

const ALL = ['MASTER', 'CONTACTS', 'NOTES', 'DOCUMENTS', 'PERMITS'];
export const STORIES: Record<SituationName, Story> = {
  own: { confidential: false, distributed: true },
  secret: { confidential: true, distributed: true },
  offered: { confidential: false, offer: { kind: 'TRANSFER', sections: ALL } },
  secretOffered: { confidential: true, offer: { kind: 'TRANSFER', sections: ALL } },
  consulted: { confidential: false, offer: { kind: 'CONSULT', sections: ['MASTER'], then: 'accept' } },
  coWork: { confidential: false, offer: { kind: 'CO_WORK', sections: ALL, then: 'accept' } },
  taken: { confidential: false, offer: { kind: 'TRANSFER', sections: ALL, then: 'accept' } },
  secretTaken: { confidential: true, offer: { kind: 'TRANSFER', sections: ALL, then: 'accept' } },
  declined: { confidential: false, offer: { kind: 'TRANSFER', sections: ALL, then: 'decline' } },
  ended: { confidential: false, offer: { kind: 'CO_WORK', sections: ALL, then: 'end' } },
  graded: { confidential: false, closed: true },
};

/** Makes situations: by the officer of `home`, decided by the liaison of `partner`. Every text is a canary. */
export class SituationMaker {
  constructor(
    private readonly db: DatabaseActor,
    private readonly world: World,
    private readonly cast: Cast,
  ) {}

  async make(name: SituationName): Promise<Situation> {
    const story = STORIES[name];
    const [companyId, contactId, caseId, followUpId, jobEffectId, establishmentId, agreementId, documentId, procedureId] = Array.from(
      { length: 9 },
      () => randomUUID(),
    );
    const situation = {
      name,
      caseId,
      companyId,
      contactId,
      followUpId,
      jobEffectId,
      agreementId,
      establishmentId,
      documentId,
      procedureId,
      handoverId: undefined,
      distributionId: undefined,
    } as Situation;
    await this.enter(situation, story.confidential, story.distributed ? 'SETTLEMENT' : 'OTHER');
    await this.file(situation);
    await this.procedure(situation);
    if (story.confidential) await this.team(situation);
    if (story.offer) situation.handoverId = await this.offer(situation, story.offer);
    if (story.distributed) situation.distributionId = await this.distribute(situation);
    if (story.closed) await this.grade(situation);
    return situation;
  }

  private async enter(
    { name, caseId, companyId, contactId, followUpId, jobEffectId, establishmentId, agreementId }: Situation,
    secret: boolean,
    type: string,
  ): Promise<void> {
    const officer = this.cast.person('team', 'OFFICER');
    const say = (kind: Parameters<typeof canary>[1]) => canary(name, kind);
    const { db } = this;
    // Firms of natural persons: nobody outside reads even their names, so each name is a canary too.
    await db.as(officer, 'insert into companies (id, name, is_natural_person, confidential, project_name) values ($1, $2, $3, $4, $5)', [
      companyId,
      say('company'),
      !secret,
      secret,
      secret ? say('project') : null,
    ]);
    await db.as(
      officer,
      `insert into establishments (id, company_id, street, house_number, postal_code, place, municipality_source) values ($1, $2, $3, '1', '00000', 'Ausland', 'OUTSIDE')`,
      [establishmentId, companyId, say('street')],
    );
    await db.as(
      officer,
      `insert into contact_persons (id, company_id, first_name, last_name, email, survey_notice_on) values ($1, $2, 'Probe', $3, $4, '2026-01-01')`,
      [contactId, companyId, say('contact'), `${contactId}@firma.example`],
    );
    await db.as(officer, `insert into interactions (id, company_id, kind, text) values ($1, $2, 'CALL', $3)`, [
      randomUUID(),
      companyId,
      say('companyNote'),
    ]);
    await db.as(officer, `select create_case($1, $8, $2, $3, null, $4, $5, $6, $7, today_in_berlin())`, [
      caseId,
      say('title'),
      companyId,
      secret,
      secret ? say('project') : null,
      JSON.stringify({ subject: say('details') }),
      say('nextStep'),
      type,
    ]);
    await db.as(officer, `insert into interactions (id, company_id, case_id, kind, text) values ($1, $2, $3, 'NOTE', $4)`, [
      randomUUID(),
      companyId,
      caseId,
      say('note'),
    ]);
    await db.as(officer, 'insert into follow_ups (id, case_id, assignee_id, title, due_on) values ($1, $2, $3, $4, today_in_berlin())', [
      followUpId,
      caseId,
      officer.userId,
      say('followUp'),
    ]);
    await this.world.sql(
      `insert into enquiries (region_id, case_id, received_by, contact_name, type, company_name, first_name, last_name, email, postal_code, message,
         language, consent_version) select region_id, id, owner_org, 'Probe', 'OTHER', 'Probe', 'Probe', 'Probe', 'probe@firma.example', '00000', $2, 'de', '2026-11'
       from service_cases where id = $1`,
      [caseId, say('enquiry')],
    );
    await db.as(
      officer,
      `insert into job_effects (id, case_id, effect, attribution, count, source) values ($1, $2, 'CREATED', 'CAUSED', 7, $3)`,
      [jobEffectId, caseId, say('effect')],
    );
    await db.as(officer, `select record_agreement($1, $2, 'COMPANY', 'Probe', null, '{MASTER}', null, 'Probe', '2026-01-01', 'ORAL', $3)`, [
      agreementId,
      caseId,
      say('agreement'),
    ]);
  }

  /** A document whose name and content are the same word; its content lies in the storage of the specs. */
  private async file({ name, caseId, documentId }: Situation): Promise<void> {
    const officer = this.cast.person('team', 'OFFICER');
    const word = canary(name, 'document');
    const { hash, size, kind } = await new Storage(testConfig()).put(Readable.from([Buffer.from(word)]), { limit: 1000 });
    await this.db.as(officer, 'select keep_file($1, $2, $3)', [hash, size, kind]);
    await this.db.as(officer, `select add_document($1, $2, $3, 'PARTIES', $4, $5, $6)`, [documentId, caseId, word, hash, size, kind]);
  }

  private async procedure({ name, caseId, procedureId }: Situation): Promise<void> {
    const officer = this.cast.person('team', 'OFFICER');
    const fields = { type: 'OTHER', title: canary(name, 'procedure'), agencies: [], depends_on: [], expected_documents: [] };
    await this.db.as(officer, 'select create_procedure($1, $2, $3)', [procedureId, caseId, fields]);
    await this.db.as(officer, `select add_permit_event($1, $2, jsonb_build_object('kind', 'RECEIVED', 'occurred_on', today_in_berlin()))`, [
      randomUUID(),
      procedureId,
    ]);
  }

  private async team({ caseId }: Situation): Promise<void> {
    const members = this.cast.viewers.filter(({ group }) => group === 'team').map(({ person }) => person.userId);
    await this.db.as(this.cast.person('team', 'OFFICER'), 'select set_case_team($1, null, $2)', [caseId, members]);
    // The team reads the company of its case because it reads the case.
  }

  private async offer({ name, caseId }: Situation, { kind, sections, then }: NonNullable<Story['offer']>): Promise<string> {
    const [officer, liaison] = [this.cast.person('team', 'OFFICER'), this.cast.person('partner', 'LIAISON')];
    const id = randomUUID();
    await this.db.as(
      officer,
      `select offer_handover($1, $2, $3, $4, 'TASK', null, 'RESPONSIBILITY', $5, $6, today_in_berlin() + 2, now() + interval '2 days')`,
      [id, caseId, this.cast.houses.partner.id, kind, canary(name, 'offer'), sections],
    );
    await this.db.as(officer, 'select ask_about_handover($1, $2)', [id, canary(name, 'message')]);
    if (then === 'decline') await this.db.as(liaison, `select decline_handover($1, 'NO_CAPACITY', $2)`, [id, canary(name, 'decision')]);
    else if (then) await this.db.as(liaison, 'select accept_handover($1, $2)', [id, canary(name, 'decision')]);
    if (then === 'end') await this.db.as(officer, 'select end_handover($1, null)', [id]);
    return id;
  }

  private async distribute({ caseId }: Situation): Promise<string> {
    const id = randomUUID();
    await this.db.as(
      this.cast.person('team', 'OFFICER'),
      `select send_distribution($1, $2, $3, '{"areaMin": 500}', null, today_in_berlin() + 7, now() + interval '7 days')`,
      [id, caseId, [this.cast.houses.partner.id]],
    );
    await this.db.as(
      this.cast.person('partner', 'LIAISON'),
      `select answer_distribution($1, 'OFFER', 'Probe', 500, null, null, null, 'Probe')`,
      [id],
    );
    const liaison = this.cast.person('partner', 'LIAISON');
    const { hash, size, kind } = await new Storage(testConfig()).put(Readable.from([Buffer.from(`%PDF-1.7\n% ${id}\n%%EOF\n`)]), {
      limit: 1000,
    });
    await this.db.as(liaison, 'select keep_file($1, $2, $3)', [hash, size, kind]);
    await this.db.as(liaison, `select put_expose($1, $2, 'Probe.pdf', $3, $4)`, [id, hash, size, kind]);
    return id;
  }

  private async grade({ name, caseId }: Situation): Promise<void> {
    await this.db.as(this.cast.person('team', 'OFFICER'), `select set_case_status($1, null, 'CLOSED', null, 'ACHIEVED')`, [caseId]);
    const hash = Buffer.from(randomUUID());
    const [survey] = await this.world.sql<{ id: string }>('select id from surveys where case_id = $1', [caseId]);
    await this.world.sql('select issue_survey_token($1, sha256($2))', [survey?.id, hash]);
    await this.db.as(undefined, `select answer_survey(sha256($1), 2, null, true, $2, false, today_in_berlin())`, [
      hash,
      canary(name, 'comment'),
    ]);
  }
}
