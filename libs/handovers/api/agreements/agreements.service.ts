import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { caseActor, ownCase } from '@lotse/cases/api';
import { CASE_SECTIONS, type CaseSection } from '@lotse/cases/contract';
import type {
  AgreementDto,
  AgreementPageDto,
  GivenAgreementDto,
  RecordAgreementDto,
  WithdrawAgreementDto,
} from '@lotse/handovers/contract';
import { AccessChecks, type Actor, Database, DomainError, prepared } from '@lotse/shared/api';
import { berlinDay } from '@lotse/shared/contract';

/** For the owner alone: what the company said to one organisation is not for those it was said about. */
const SELECT = `select a.id, a.kind, a.purpose, a.sections, a.contact_person_id as "contactPersonId", a.given_by as "givenBy", a.given_on::text as "givenOn",
    a.form, a.evidence, a.recorded_by_name as "recordedByName", a.recorded_at as "recordedAt", a.withdrawn_on::text as "withdrawnOn",
    a.withdrawn_by_name as "withdrawnByName", a.withdrawal_note as "withdrawalNote",
    (select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.name) from organisations o where o.id = any (a.recipient_orgs)) as recipients,
    (select count(*)::int from handovers h where h.agreement_id = a.id and (h.state = 'OFFERED' or (h.state = 'ACCEPTED' and h.kind <> 'TRANSFER'))) as "inUse"
  from sharing_agreements a join service_cases c on c.id = a.case_id and ${ownCase('c')}`;

/** What an offer says about the agreement it rests on. */
export interface OfferAgreement {
  agreementId?: string;
  given?: GivenAgreementDto;
  /** Words of programs that know no record: they stand as its evidence. */
  words?: string;
}

/** On what sharing rests besides the statutory task: recorded, found again, withdrawn. */
@Injectable()
export class Agreements {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  /** @throws case.notFound for a case the own organisation does not own */
  list(actor: Actor, caseId: string): Promise<AgreementPageDto> {
    const asked = [...caseActor(actor, this.checks), caseId];
    return this.db.as(actor, async (tx) => {
      const [found] = await prepared<object>(tx, `select 1 from service_cases c where c.id = $5 and ${ownCase('c')}`, asked);
      if (!found) throw new DomainError('notFound', 'case.notFound');
      const items = await prepared<AgreementDto>(tx, `${SELECT} where a.case_id = $5 order by a.recorded_at desc, a.id desc`, asked);
      return { items, total: items.length };
    });
  }

  record(actor: Actor, caseId: string, input: RecordAgreementDto): Promise<AgreementDto> {
    return this.db.as(actor, async (tx) => this.read(tx, actor, await this.enter(tx, caseId, input)));
  }

  /** What rests on it ends in the same transaction. */
  withdraw(actor: Actor, id: string, { withdrawnOn, note }: WithdrawAgreementDto): Promise<AgreementDto> {
    return this.db.as(actor, async (tx) => {
      await this.read(tx, actor, id);
      await tx.query('select withdraw_agreement($1, $2, $3)', [id, withdrawnOn ?? today(), note ?? null]);
      return this.read(tx, actor, id);
    });
  }

  /**
   * Within the transaction that makes an offer on the basis of consent, before the offer: the agreement it names, or the one given with
   * it, or one that is recorded and covers the receiver and the parts, or the contact person's spoken word of today.
   * @throws agreement.whoAgreed where nobody is known who could have agreed
   */
  async choose(
    tx: EntityManager,
    offer: { caseId: string; toOrganisationId: string; sections: CaseSection[] },
    of: OfferAgreement,
  ): Promise<string> {
    const known = of.agreementId ?? (of.given ? undefined : await this.covering(tx, offer));
    if (known) return known;
    return this.enter(tx, offer.caseId, {
      kind: 'COMPANY',
      purpose: 'Übergabe oder Beteiligung',
      recipientIds: [offer.toOrganisationId],
      sections: offer.sections,
      ...(of.given ?? { givenBy: await this.spokesperson(tx, offer.caseId, of.words), evidence: of.words }),
    });
  }

  /** After the offer was made; refused unless the agreement names its receiver and covers what goes along. */
  async underlie(tx: EntityManager, handoverId: string, agreementId: string): Promise<void> {
    await tx.query('select rest_on_agreement($1, $2)', [handoverId, agreementId]);
  }

  private async enter(tx: EntityManager, caseId: string, input: RecordAgreementDto): Promise<string> {
    const isPerson = input.kind === 'PERSON';
    const [made] = await tx.query<{ id: string }[]>('select record_agreement(new_id(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as id', [
      caseId,
      input.kind,
      input.purpose,
      input.recipientIds ?? null,
      isPerson ? ['CONTACTS'] : (input.sections ?? CASE_SECTIONS),
      isPerson ? input.contactPersonId : null,
      input.givenBy,
      input.givenOn ?? today(),
      input.form ?? 'ORAL',
      input.evidence ?? null,
    ]);
    return made?.id ?? '';
  }

  /** The recorded agreement an offer can rest on, one that names the receiver first. A move is told to those alone whom it names. */
  private async covering(
    tx: EntityManager,
    { caseId, toOrganisationId, sections }: { caseId: string; toOrganisationId: string; sections: CaseSection[] },
  ): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }[]>(
      `select a.id from sharing_agreements a join service_cases c on c.id = a.case_id and c.owner_org = my_org()
       where a.case_id = $1 and a.kind = 'COMPANY' and a.withdrawn_on is null and a.sections @> $3
         and (a.recipient_orgs @> array[$2::uuid] or (a.recipient_orgs is null and c.type <> 'RELOCATION'))
       order by a.recipient_orgs is null, a.recorded_at desc limit 1`,
      [caseId, toOrganisationId, sections],
    );
    return row?.id;
  }

  /** Who speaks for the company where nobody was named: its contact person in the case; with words of evidence the company itself. */
  private async spokesperson(tx: EntityManager, caseId: string, words?: string): Promise<string> {
    const [row] = await tx.query<{ contact: string | null; company: string }[]>(
      `select p.first_name || ' ' || p.last_name as contact, co.name as company from service_cases c join companies co on co.id = c.company_id
       left join contact_persons p on p.id = c.contact_person_id where c.id = $1`,
      [caseId],
    );
    const name = row && (row.contact ?? (words ? row.company : null));
    if (!name) throw new DomainError(row ? 'rule' : 'notFound', row ? 'agreement.whoAgreed' : 'case.notFound');
    return name;
  }

  private async read(tx: EntityManager, actor: Actor, id: string): Promise<AgreementDto> {
    const [row] = await prepared<AgreementDto>(tx, `${SELECT} where a.id = $5`, [...caseActor(actor, this.checks), id]);
    if (!row) throw new DomainError('notFound', 'agreement.notFound');
    return row;
  }
}

const today = (): string => berlinDay(new Date());
