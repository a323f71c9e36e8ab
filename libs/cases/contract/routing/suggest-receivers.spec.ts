import { type RoutingFacts, type RoutingOrganisation, type RoutingPlace, type RoutingRule } from './routing-rule';
import { routingFacts } from './routing-basis';
import { suggestReceivers } from './suggest-receivers';

const kreis: RoutingOrganisation = { id: 'kreis', name: 'Kreis', kind: 'DISTRICT' };
const ihk: RoutingOrganisation = { id: 'ihk', name: 'IHK', kind: 'CHAMBER' };
const crafts: RoutingOrganisation = { id: 'kh', name: 'Kreishandwerkerschaft', kind: 'CRAFTS_ASSOCIATION' };
const place = (ags: string, name: string): RoutingPlace => ({ ags, name, organisationId: `org-${ags}`, organisationName: `Stadt ${name}` });
const rodgau = place('06438010', 'Rodgau');
const langen = place('06438006', 'Langen');
const egelsbach = place('06438003', 'Egelsbach');

const rule = (id: string, position: number, more: Partial<RoutingRule>): RoutingRule => ({
  id,
  name: `Regel ${id}`,
  why: '',
  position,
  caseType: null,
  ags: null,
  topic: null,
  organisationKind: null,
  receiver: 'MUNICIPALITY_OF_PLACE',
  receiverOrganisationId: null,
  ...more,
});
const RULES = [
  rule('place', 9, { why: 'Zuständig ist die Kommune.' }),
  rule('startup', 2, { caseType: 'STARTUP', receiver: 'CHAMBER' }),
  rule('crafts', 1, { topic: 'Handwerk', receiver: 'CRAFTS_ASSOCIATION' }),
];
const facts = (more: Partial<RoutingFacts> = {}): RoutingFacts => ({
  caseType: 'EXPANSION',
  topic: null,
  organisationKind: null,
  places: [rodgau],
  isPlaceCertain: true,
  organisations: [kreis, ihk, crafts],
  intakeOrganisationId: 'kreis',
  ...more,
});
const told = (result: ReturnType<typeof suggestReceivers>) =>
  result.items.map(({ organisationId, reason }) => `${organisationId} ${reason}`);

describe('who is suggested', () => {
  it('is the municipality of the place, with the rule and its words', () => {
    const { items, ambiguous } = suggestReceivers(RULES, facts());
    expect(ambiguous).toBe(false);
    expect(items).toEqual([
      {
        organisationId: 'org-06438010',
        organisationName: 'Stadt Rodgau',
        reason: 'PLACE',
        ruleId: 'place',
        ruleName: 'Regel place',
        ruleText: 'Zuständig ist die Kommune.',
        municipality: 'Rodgau',
      },
    ]);
  });

  it('follows the order of the rules, whatever the order they come in', () => {
    expect(told(suggestReceivers(RULES, facts({ caseType: 'STARTUP' })))).toEqual(['ihk KIND', 'org-06438010 PLACE']);
    const topic = facts({ caseType: 'STARTUP', topic: 'HANDWERK' });
    expect(told(suggestReceivers(RULES, topic))).toEqual(['kh KIND', 'ihk KIND', 'org-06438010 PLACE']);
  });

  it('names every possible municipality where the place is uncertain, and says so', () => {
    const uncertain = suggestReceivers(RULES, facts({ places: [langen, egelsbach], isPlaceCertain: false }));
    expect(uncertain.ambiguous).toBe(true);
    expect(told(uncertain)).toEqual(['org-06438006 POSSIBLE_PLACE', 'org-06438003 POSSIBLE_PLACE']);
    // Also where one candidate is left: the code is shared with a place outside.
    expect(suggestReceivers(RULES, facts({ isPlaceCertain: false }))).toMatchObject({
      ambiguous: true,
      items: [{ reason: 'POSSIBLE_PLACE' }],
    });
  });

  it('is the intake organisation where nobody knows the place, or no rule fits', () => {
    const unknown = suggestReceivers(RULES, facts({ places: [], isPlaceCertain: false }));
    expect([told(unknown), unknown.ambiguous]).toEqual([['kreis PLACE_UNKNOWN'], true]);
    expect(told(suggestReceivers([], facts()))).toEqual(['kreis NO_RULE']);
    expect(suggestReceivers([], facts({ intakeOrganisationId: null })).items).toEqual([]);
  });

  it('heeds the municipality, the kind of who has the case, and one named organisation', () => {
    const rules = [
      rule('a', 1, { ags: langen.ags, receiver: 'ORGANISATION', receiverOrganisationId: 'kh' }),
      rule('b', 2, { organisationKind: 'CHAMBER', receiver: 'DISTRICT' }),
    ];
    expect(told(suggestReceivers(rules, facts()))).toEqual(['kreis NO_RULE']);
    expect(told(suggestReceivers(rules, facts({ organisationKind: 'CHAMBER' })))).toEqual(['kreis KIND']);
    expect(told(suggestReceivers(rules, facts({ places: [langen] })))).toEqual(['kh ORGANISATION']);
    expect(told(suggestReceivers(rules, facts({ places: [langen, rodgau], isPlaceCertain: false })))).toEqual(['kh POSSIBLE_PLACE']);
  });
});

describe('the facts of an address', () => {
  const row = (postalCode: string, of: RoutingPlace, isAmbiguous = false) => ({ ...of, postalCode, isAmbiguous, isDelivery: true });
  const basis = {
    intakeOrganisationId: 'kreis',
    organisations: [kreis],
    rules: RULES,
    places: [row('63110', rodgau), row('63222', langen, true), row('63222', egelsbach, true), row('10898', langen, true)],
  };
  it.each([
    [{ postalCode: '63110' }, ['Rodgau'], true],
    [{ postalCode: '63222', place: 'Egelsbach' }, ['Egelsbach', 'Langen'], false],
    [{ postalCode: '10898' }, ['Langen'], false],
    [{ postalCode: '99999' }, [], false],
    [{ postalCode: '99999', place: 'Rodgau' }, ['Rodgau'], false],
    [{ postalCode: '63110', place: 'Langen' }, ['Langen', 'Rodgau'], false],
    [{ postalCode: '63222', ags: langen.ags }, ['Langen'], true],
    [{}, [], false],
  ])('%j', (address, names, isCertain) => {
    const found = routingFacts(basis, { caseType: 'OTHER', ...address });
    expect([found.places.map(({ name }) => name), found.isPlaceCertain]).toEqual([names, isCertain]);
  });
});

describe('for thousands of random rules and matters', () => {
  // A small generator with a seed: a failure can be repeated.
  const random = (seed: number) => () => ((seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648), seed / 2_147_483_648);
  const organisations = [kreis, ihk, crafts];
  const all = [rodgau, langen, egelsbach];

  it('no organisation appears twice, an uncertain place is never decided, and the order of the rules in memory does not matter', () => {
    const next = random(20_261_123);
    const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T;
    for (let round = 0; round < 2_000; round++) {
      const rules = Array.from({ length: Math.floor(next() * 6) }, (_, index) =>
        rule(`r${index}`, 1 + Math.floor(next() * 4), {
          caseType: pick([null, 'EXPANSION', 'STARTUP'] as const),
          ags: pick([null, null, ...all.map(({ ags }) => ags)]),
          topic: pick([null, null, 'Handwerk']),
          organisationKind: pick([null, null, 'CHAMBER'] as const),
          receiver: pick(['MUNICIPALITY_OF_PLACE', 'CHAMBER', 'DISTRICT', 'CRAFTS_ASSOCIATION'] as const),
        }),
      );
      const places = all.filter(() => next() < 0.5);
      const matter = facts({
        caseType: pick(['EXPANSION', 'STARTUP'] as const),
        topic: pick([null, 'handwerk']),
        organisationKind: pick([null, 'CHAMBER', 'MUNICIPALITY'] as const),
        places,
        isPlaceCertain: places.length === 1 && next() < 0.8,
        organisations,
      });
      const result = suggestReceivers(rules, matter);
      const ids = result.items.map(({ organisationId }) => organisationId);
      expect(new Set(ids).size).toBe(ids.length);
      expect(result.ambiguous).toBe(!matter.isPlaceCertain);
      expect(ids.length).toBeGreaterThan(0);
      if (result.ambiguous) expect(result.items.filter(({ reason }) => reason === 'PLACE')).toEqual([]);
      const municipalities = ids.filter((id) => id.startsWith('org-'));
      expect(municipalities.every((id) => places.some((one) => one.organisationId === id))).toBe(true);
      // Where the first rule that fits leads by the place, all places that are possible are there: none is preferred in silence.
      const generic = rules.some(
        (one) => one.receiver === 'MUNICIPALITY_OF_PLACE' && !one.ags && !one.topic && !one.organisationKind && !one.caseType,
      );
      if (generic) expect(municipalities).toHaveLength(places.length);
      expect(suggestReceivers([...rules].reverse(), matter)).toEqual(result);
      expect(result.items.every(({ reason, ruleId }) => (ruleId === null) === (reason === 'NO_RULE' || reason === 'PLACE_UNKNOWN'))).toBe(
        true,
      );
    }
  });
});
