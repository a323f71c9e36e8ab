import { foldText } from '@lotse/shared/contract';
import type { RoutingFacts, RoutingOrganisation, RoutingPlace, RoutingReason, RoutingRule, RoutingSuggestion } from './routing-rule';

/** What rules make of a matter. */
export interface RoutingResult {
  /** Best first; every organisation once, with the first reason that leads to it. */
  items: RoutingSuggestion[];
  /** The place is not certain: a person asks, and nothing is decided by the order of the items. */
  ambiguous: boolean;
}

/** Whether everything a rule asks for is so; of an uncertain place it is enough that it may be. */
export function ruleFits(rule: RoutingRule, { caseType, topic, organisationKind, places }: RoutingFacts): boolean {
  return (
    (rule.caseType === null || rule.caseType === caseType) &&
    (rule.topic === null || foldText(rule.topic) === foldText(topic ?? '')) &&
    (rule.organisationKind === null || rule.organisationKind === organisationKind) &&
    (rule.ags === null || places.some(({ ags }) => ags === rule.ags))
  );
}

/**
 * Who is probably responsible, and why. Rules are asked in their order and all that fit count, the first one most. An uncertain place is
 * never guessed: every municipality that may be meant is named as possible. Where nothing leads anywhere, the intake organisation of the
 * region is named, which finds out.
 */
export function suggestReceivers(rules: readonly RoutingRule[], facts: RoutingFacts): RoutingResult {
  const found = [...rules]
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .filter((rule) => ruleFits(rule, facts))
    .flatMap((rule) => receiversOf(rule, facts));
  const isPlaced = facts.places.length > 0;
  const intake = facts.organisations.find(({ id }) => id === facts.intakeOrganisationId);
  if (intake && !isPlaced) found.push(plain(intake, 'PLACE_UNKNOWN'));
  else if (intake && found.length === 0) found.push(plain(intake, 'NO_RULE'));
  const first = new Map<string, RoutingSuggestion>();
  for (const item of found) if (!first.has(item.organisationId)) first.set(item.organisationId, item);
  return { items: [...first.values()], ambiguous: !facts.isPlaceCertain };
}

function receiversOf(rule: RoutingRule, facts: RoutingFacts): RoutingSuggestion[] {
  // A rule for one municipality speaks of that one alone, also among several possible ones.
  const places = facts.places.filter(({ ags }) => rule.ags === null || ags === rule.ags);
  const isCertain = facts.isPlaceCertain;
  if (rule.receiver === 'MUNICIPALITY_OF_PLACE') return places.map((place) => byPlace(rule, place, isCertain ? 'PLACE' : 'POSSIBLE_PLACE'));
  const isNamed = rule.receiver === 'ORGANISATION';
  const [place] = rule.ags === null ? [] : places;
  return facts.organisations
    .filter(({ id, kind }) => (isNamed ? id === rule.receiverOrganisationId : kind === rule.receiver))
    .map((organisation) => ({
      ...plain(organisation, place && !isCertain ? 'POSSIBLE_PLACE' : isNamed ? 'ORGANISATION' : 'KIND'),
      ...ruleFacts(rule),
      municipality: place?.name ?? null,
    }));
}

const byPlace = (rule: RoutingRule, place: RoutingPlace, reason: RoutingReason): RoutingSuggestion => ({
  organisationId: place.organisationId,
  organisationName: place.organisationName,
  reason,
  ...ruleFacts(rule),
  municipality: place.name,
});

const plain = ({ id, name }: RoutingOrganisation, reason: RoutingReason): RoutingSuggestion => ({
  organisationId: id,
  organisationName: name,
  reason,
  ruleId: null,
  ruleName: null,
  ruleText: null,
  municipality: null,
});

const ruleFacts = ({ id, name, why }: RoutingRule) => ({ ruleId: id, ruleName: name, ruleText: why || null });
