import { municipalityFor, type PostalCodeRow } from '@lotse/companies/contract';
import type { CaseType } from '../case-type';
import type { OrganisationKind, RoutingFacts, RoutingOrganisation, RoutingPlace, RoutingRule } from './routing-rule';

/** What a suggestion rests on, as the database answers it: rules in force, partners, and the table of postal codes. */
export interface RoutingBasis {
  intakeOrganisationId: string | null;
  organisations: RoutingOrganisation[];
  rules: RoutingRule[];
  places: (PostalCodeRow & RoutingPlace)[];
}

/** A matter as somebody describes it. */
export interface RoutingQuestion {
  caseType: CaseType;
  topic?: string | null;
  organisationKind?: OrganisationKind | null;
  postalCode?: string | null;
  place?: string | null;
  /** Municipality a person has decided on; the address is then not asked. */
  ags?: string | null;
}

/** The facts of a matter, with the municipalities its address may mean. */
export function routingFacts(basis: RoutingBasis, question: RoutingQuestion): RoutingFacts {
  const { caseType, topic = null, organisationKind = null } = question;
  const byAgs = new Map(basis.places.map((row) => [row.ags, row]));
  const found = placesOf(basis, question);
  const places = found.keys.flatMap((ags) => {
    const row = byAgs.get(ags);
    return row ? [{ ags, name: row.name, organisationId: row.organisationId, organisationName: row.organisationName }] : [];
  });
  const { organisations, intakeOrganisationId } = basis;
  const isPlaceCertain = found.isCertain && places.length === 1;
  return { caseType, topic, organisationKind, places, isPlaceCertain, organisations, intakeOrganisationId };
}

function placesOf({ places }: RoutingBasis, { postalCode, place, ags }: RoutingQuestion): { keys: string[]; isCertain: boolean } {
  if (ags) return { keys: [ags], isCertain: true };
  const found = municipalityFor({ postalCode: postalCode || '-', place }, places);
  if (found.kind === 'CERTAIN') return { keys: [found.ags], isCertain: true };
  return { keys: found.kind === 'AMBIGUOUS' ? found.candidates : [], isCertain: false };
}
