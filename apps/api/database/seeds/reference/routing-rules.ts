/** A rule a region begins with; `key` names it for good. */
export interface ReferenceRoutingRule {
  key: string;
  name: string;
  why: string;
  caseType?: string;
  topic?: string;
  receiver: string;
}

/**
 * Who does what in a Hessian Kreis, as a beginning for the region's own rules, in their order. Sources: chambers advise founders and
 * see to training (§ 1 IHKG), the Kreishandwerkerschaft represents the crafts (§ 87 HwO), the Kreis is the lower building supervision
 * authority of municipalities without one of their own (§ 60 HBO); everything else belongs to the place it happens at.
 */
export const ROUTING_RULES: readonly ReferenceRoutingRule[] = [
  {
    key: 'crafts',
    name: 'Handwerk: Kreishandwerkerschaft',
    why: 'Für Betriebe des Handwerks ist die Kreishandwerkerschaft die erste Anlaufstelle.',
    topic: 'Handwerk',
    receiver: 'CRAFTS_ASSOCIATION',
  },
  {
    key: 'startup',
    name: 'Gründung: IHK',
    why: 'Gründungsberatung ist Aufgabe der Industrie- und Handelskammer.',
    caseType: 'STARTUP',
    receiver: 'CHAMBER',
  },
  {
    key: 'skilled-labour',
    name: 'Fachkräfte: IHK',
    why: 'Ausbildung, Weiterbildung und Fachkräfte betreut die Industrie- und Handelskammer.',
    caseType: 'SKILLED_LABOUR',
    receiver: 'CHAMBER',
  },
  {
    key: 'permit',
    name: 'Genehmigung: Kreis',
    why: 'Die Bauaufsicht ist beim Kreis; die Kommune des Standorts wird beteiligt.',
    caseType: 'PERMIT',
    receiver: 'DISTRICT',
  },
  {
    key: 'place',
    name: 'Kommune des Standorts',
    why: 'Zuständig ist die Kommune, in der der Betrieb liegt oder liegen soll.',
    receiver: 'MUNICIPALITY_OF_PLACE',
  },
];
