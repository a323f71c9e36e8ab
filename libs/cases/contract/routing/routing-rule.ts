import type { CaseType } from '../case-type';

/** Kinds of partners, as the region's organisations have them. */
export const ORGANISATION_KINDS = ['MUNICIPALITY', 'DISTRICT', 'CHAMBER', 'CRAFTS_ASSOCIATION'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Whom a rule names: the municipality the matter lies in, one organisation, or every organisation of a kind in the region. */
export const ROUTING_RECEIVERS = ['MUNICIPALITY_OF_PLACE', 'ORGANISATION', ...ORGANISATION_KINDS] as const;
export type RoutingReceiver = (typeof ROUTING_RECEIVERS)[number];

/**
 * Why an organisation is suggested:
 * PLACE the matter lies in its municipality · ORGANISATION the rule names it · KIND it is the region's chamber, district, … ·
 * POSSIBLE_PLACE the postal code fits several municipalities, this is one of them · PLACE_UNKNOWN nothing says where it lies, the
 * region's intake organisation finds out · NO_RULE no rule fits, the intake organisation decides.
 */
export const ROUTING_REASONS = ['PLACE', 'ORGANISATION', 'KIND', 'POSSIBLE_PLACE', 'PLACE_UNKNOWN', 'NO_RULE'] as const;
export type RoutingReason = (typeof ROUTING_REASONS)[number];

/** A rule that is in force. A condition that is null holds for everything. */
export interface RoutingRule {
  id: string;
  name: string;
  /** The reason in the region's own words; may be empty. */
  why: string;
  /** Lower comes first. */
  position: number;
  caseType: CaseType | null;
  /** Municipality the matter lies in, as AGS. */
  ags: string | null;
  /** Compared without regard to case and umlauts. */
  topic: string | null;
  /** Kind of the organisation that has the case. */
  organisationKind: OrganisationKind | null;
  receiver: RoutingReceiver;
  /** Only with the receiver ORGANISATION. */
  receiverOrganisationId: string | null;
}

/** An organisation that can be suggested. */
export interface RoutingOrganisation {
  id: string;
  name: string;
  kind: OrganisationKind;
}

/** A municipality the matter may lie in, and who answers for it; it may belong to another region. */
export interface RoutingPlace {
  ags: string;
  name: string;
  organisationId: string;
  organisationName: string;
}

/** What is known of a matter. */
export interface RoutingFacts {
  caseType: CaseType;
  topic: string | null;
  /** Kind of the organisation that has the case; null where nobody has it yet. */
  organisationKind: OrganisationKind | null;
  /** Municipalities the address may mean, likeliest first; none: nobody knows. */
  places: readonly RoutingPlace[];
  /** The address lies in the one of `places`; a postal code shared with others leaves doubt even where one candidate is known. */
  isPlaceCertain: boolean;
  /** Organisations of the region whose rules are asked. */
  organisations: readonly RoutingOrganisation[];
  /** Who takes what cannot be placed. */
  intakeOrganisationId: string | null;
}

/** An organisation that is probably responsible, and why. */
export interface RoutingSuggestion {
  organisationId: string;
  organisationName: string;
  reason: RoutingReason;
  /** The rule that leads here; null where none does. */
  ruleId: string | null;
  ruleName: string | null;
  /** What the region wrote down as the reason of that rule. */
  ruleText: string | null;
  /** Name of the municipality, where the place leads here. */
  municipality: string | null;
}
