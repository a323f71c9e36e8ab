import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { legalFormFacts } from '@lotse/companies/contract';
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
import { senderKeys } from './sender-keys';

const TITLES: Record<EnquiryType, string> = {
  EXPANSION: 'Anfrage: Erweiterung am Standort',
  RELOCATION: 'Anfrage: Verlagerung',
  SETTLEMENT: 'Anfrage: Ansiedlung',
  OTHER: 'Anfrage eines Unternehmens',
};
const NEXT_STEP = 'Eingang bestätigen und Unternehmen anrufen';

/** Takes enquiries: who is responsible is found by the rules of the region; where the place is uncertain, its intake organisation is. */
@Injectable()
export class Enquiries {
  constructor(private readonly db: Database) {}

  /**
   * @param address network address of the sender, kept as a hash for an hour
   * @param strange what to do with a region nobody knows: refuse, or go by the postal code
   * @throws DomainError 429 `enquiry.tooMany` with `retryAfter`, 503 `enquiry.nobodyThere` where no organisation has somebody to answer
   */
  async submit(input: SubmitEnquiryDto, address: string, strange: 'refuse' | 'ignore' = 'refuse'): Promise<EnquiryReceivedDto> {
    const keys = senderKeys(address, input.email);
    // Counted for itself: what is refused or pretended afterwards counts like all others.
    const retryAfter = await this.db.anonymous((tx) => count(tx, keys));
    if (retryAfter !== null) throw new DomainError('tooMany', 'enquiry.tooMany', { retryAfter });
    return this.db.anonymous((tx) => submit(tx, input, strange));
  }
}

async function count(tx: EntityManager, keys: Buffer[]): Promise<number | null> {
  const allowed = [ENQUIRIES_PER_HOUR.address, ENQUIRIES_PER_HOUR.email];
  const [row] = await tx.query<{ wait: number | null }[]>('select count_enquiry($1, $2) as wait', [keys, allowed]);
  return row?.wait ?? null;
}

async function submit(tx: EntityManager, input: SubmitEnquiryDto, strange: 'refuse' | 'ignore'): Promise<EnquiryReceivedDto> {
  const basis = (await basisOf(tx, input)) ?? (strange === 'ignore' ? await basisOf(tx, { ...input, region: undefined }) : undefined);
  if (!basis) throw DomainError.field('/region', 'region.unknown');
  const [row] = await tx.query<{ received: EnquiryReceivedDto }[]>('select submit_enquiry(new_id(), $1, $2, $3, $4) as received', [
    ownersOf(basis, input),
    JSON.stringify(stored(input, basis.federalState)),
    ENQUIRIES_PER_HOUR.organisation,
    // Who fills in what people do not see is a program: it is told the same, and nothing is made.
    !!input.subject?.trim(),
  ]);
  if (!row) throw new Error('an enquiry was neither taken nor refused');
  return row.received;
}

type Basis = RoutingBasis & { federalState: FederalState };

async function basisOf(tx: EntityManager, { region, postalCode }: SubmitEnquiryDto): Promise<Basis | undefined> {
  const [row] = await tx.query<{ basis: Basis | null }[]>('select enquiry_basis($1, $2) as basis', [region ?? null, postalCode ?? null]);
  return row?.basis ?? undefined;
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
    ...legalFormFacts(null, input.companyName),
    firstName: input.firstName,
    lastName: input.lastName,
    email: input.email,
    phone: input.phone ?? null,
    phoneKey: input.phone ? phoneKey(input.phone) || null : null,
    postalCode: input.postalCode ?? null,
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
