import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { detailFields, type RoutingBasis, routingFacts, suggestReceivers } from '@lotse/cases/contract';
import {
  CONSENT_VERSION,
  ENQUIRIES_PER_HOUR,
  ENQUIRY_ANSWER_DAYS,
  type EnquiryReceivedDto,
  type EnquiryType,
  type SubmitEnquiryDto,
} from '@lotse/intake/contract';
import { Database, DomainError } from '@lotse/shared/api';
import { addWorkingDays, berlinDay, type FederalState, phoneKey } from '@lotse/shared/contract';

const TITLES: Record<EnquiryType, string> = {
  EXPANSION: 'Anfrage: Erweiterung am Standort',
  RELOCATION: 'Anfrage: Verlagerung',
  SETTLEMENT: 'Anfrage: Ansiedlung',
  OTHER: 'Anfrage eines Unternehmens',
};
const NEXT_STEP = 'Eingang bestätigen und Unternehmen anrufen';

/** Carries an answer out of a transaction that must leave nothing behind. */
class Discarded extends Error {
  constructor(readonly answer: EnquiryReceivedDto) {
    super('discarded');
  }
}

/** Takes enquiries: who is responsible is found by the rules of the region; where the place is uncertain, its intake organisation is. */
@Injectable()
export class Enquiries {
  constructor(private readonly db: Database) {}

  /**
   * @param address network address of the sender, kept as a hash for an hour
   * @throws DomainError 429 `enquiry.tooMany` with `retryAfter`, 503 `enquiry.nobodyThere` where no organisation has somebody to answer
   */
  async submit(input: SubmitEnquiryDto, address: string): Promise<EnquiryReceivedDto> {
    try {
      return await this.db.anonymous(async (tx) => {
        const answer = await submit(tx, input, address);
        // Who fills in what people do not see is a program: it is told the same, and nothing of it stays.
        if (input.subject?.trim()) throw new Discarded(answer);
        return answer;
      });
    } catch (error) {
      if (error instanceof Discarded) return error.answer;
      throw error;
    }
  }
}

async function submit(tx: EntityManager, input: SubmitEnquiryDto, address: string): Promise<EnquiryReceivedDto> {
  const basis = await basisOf(tx, input);
  const keys = [keyOf('address', address), keyOf('email', input.email)];
  const [row] = await tx.query<{ received: EnquiryReceivedDto }[]>('select submit_enquiry(new_id(), $1, $2, $3, $4) as received', [
    ownersOf(basis, input),
    JSON.stringify(stored(input, basis.federalState)),
    keys,
    [ENQUIRIES_PER_HOUR.address, ENQUIRIES_PER_HOUR.email],
  ]);
  if (!row) throw new Error('an enquiry was neither taken nor refused');
  return row.received;
}

type Basis = RoutingBasis & { federalState: FederalState };

async function basisOf(tx: EntityManager, { region, postalCode }: SubmitEnquiryDto): Promise<Basis> {
  const [row] = await tx.query<{ basis: Basis | null }[]>('select enquiry_basis($1, $2) as basis', [region ?? null, postalCode]);
  if (!row?.basis) throw DomainError.field('/region', 'region.unknown');
  return row.basis;
}

/** Who may get it, in this order: the suggested organisation, and the intake organisation where nothing is certain or nobody is there. */
function ownersOf(basis: Basis, { type, postalCode, place }: SubmitEnquiryDto): string[] {
  const { items, ambiguous } = suggestReceivers(basis.rules, routingFacts(basis, { caseType: type, postalCode, place }));
  const intake = basis.intakeOrganisationId;
  const suggested = ambiguous && intake ? undefined : items[0]?.organisationId;
  return [...new Set([suggested, intake].filter((id) => id !== undefined && id !== null))];
}

function stored(input: SubmitEnquiryDto, state: FederalState): Record<string, unknown> {
  const hasArea = input.areaSqm !== undefined && detailFields(input.type).some(({ name }) => name === 'areaSqm');
  return {
    type: input.type,
    companyName: input.companyName,
    firstName: input.firstName,
    lastName: input.lastName,
    email: input.email,
    phone: input.phone ?? null,
    phoneKey: input.phone ? phoneKey(input.phone) || null : null,
    postalCode: input.postalCode,
    place: input.place ?? null,
    areaSqm: input.areaSqm ?? null,
    message: input.message,
    language: input.language ?? 'de',
    consentVersion: input.consentVersion ?? CONSENT_VERSION,
    title: TITLES[input.type],
    details: hasArea ? { areaSqm: input.areaSqm } : {},
    nextStep: NEXT_STEP,
    nextStepOn: addWorkingDays(berlinDay(new Date()), ENQUIRY_ANSWER_DAYS, { state }),
  };
}

const keyOf = (kind: string, value: string): Buffer => createHash('sha256').update(`enquiry ${kind}:${value}`).digest();
