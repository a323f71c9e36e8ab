import { handoverDue } from '@lotse/shared/contract';
import type { CaseStory } from './story';
import { DAY, HOUR, later, type Partner, type Person } from './world';

const TRAVELS = ['MASTER', 'CONTACTS', 'NOTES', 'DOCUMENTS', 'PERMITS'];

/** The receiver's calendar is Hesse's in every region of the demonstration. */
const dueOf = (offer: Offer) => handoverDue(offer.at.toISOString(), { state: 'HE' });

interface Offer {
  id: string;
  kind: 'TRANSFER' | 'CONSULT' | 'CO_WORK';
  from: Partner;
  to: Partner;
  sections: string[];
  at: Date;
  sender: Person;
}

/** Handovers of one case: most are accepted, some end otherwise, and some wait to be decided right now. */
export function addHandovers(story: CaseStory): void {
  const { random } = story.world;
  if (random.chance(0.26)) transfer(story);
  if (random.chance(0.12) && story.advance(later(story.world, story.at, 1, 15))) consult(story);
}

function transfer(story: CaseStory): void {
  const { world } = story;
  if (world.random.chance(0.2) || !story.advance(later(world, story.at, 1, 12))) return offerNow(story);
  const offer = makeOffer(story, 'TRANSFER', TRAVELS, story.at);
  const end = world.random.weighted([
    ['ACCEPTED', 12],
    ['DECLINED', 3],
    ['WITHDRAWN', 1],
    ['EXPIRED', 2],
  ] as const);
  const decidedAt = new Date(offer.at.getTime() + (end === 'EXPIRED' ? 4 * DAY : world.random.between(1, 30) * HOUR));
  if (!story.advance(decidedAt)) return;
  if (end !== 'ACCEPTED') return decide(story, offer, end, decidedAt);
  record(story, offer, 'handover.accepted', offer.to.people.LIAISON as Person, offer.to);
  const former = story.officer;
  story.changeOwner(offer.to, offer.to.people.LIAISON as Person);
  write(story, offer, giveBack(story, offer, former) ? 'RETURNED' : 'ACCEPTED', decidedAt);
}

/** Now and then the receiver finds that the case belongs where it came from. */
function giveBack(story: CaseStory, offer: Offer, former: Person): boolean {
  const { world } = story;
  if (!world.random.chance(0.12) || !story.advance(later(world, story.at, 1, 5))) return false;
  const back: Offer = { ...offer, id: world.random.id(story.at), from: offer.to, to: offer.from, at: story.at, sender: story.officer };
  if (!story.advance(new Date(back.at.getTime() + world.random.between(1, 20) * HOUR))) return false;
  record(story, back, 'handover.accepted', former, back.to);
  record(story, offer, 'handover.returned', former, back.to);
  story.changeOwner(back.to, former);
  write(story, back, 'ACCEPTED', story.at, offer.id);
  return true;
}

/** An offer of today or yesterday that is still open. */
function offerNow(story: CaseStory): void {
  const { world } = story;
  const at = new Date(world.now.getTime() - world.random.between(2, 20) * HOUR);
  if (!story.advance(at)) return;
  const offer = makeOffer(story, 'TRANSFER', TRAVELS, at);
  write(story, offer, 'OFFERED', null);
  story.isOnOffer = true;
  story.share(offer.to, offer.id, offer.sections, false);
}

function consult(story: CaseStory): void {
  const { random } = story.world;
  const kind = random.chance(0.6) ? 'CONSULT' : 'CO_WORK';
  const offer = makeOffer(story, kind, kind === 'CONSULT' ? ['MASTER', 'NOTES'] : TRAVELS, story.at);
  const decidedAt = new Date(offer.at.getTime() + random.between(2, 28) * HOUR);
  if (!story.advance(decidedAt)) return;
  const ended = random.chance(0.4);
  decide(story, offer, ended ? 'ENDED' : 'ACCEPTED', decidedAt);
  if (!ended) story.share(offer.to, offer.id, offer.sections, kind === 'CO_WORK');
}

function makeOffer(story: CaseStory, kind: Offer['kind'], sections: string[], at: Date): Offer {
  const { world } = story;
  const others = world.partners.filter((partner) => partner !== story.owner && partner.regionId === story.owner.regionId);
  const to = world.random.chance(0.3) && story.company.partner !== story.owner ? story.company.partner : world.random.pick(others);
  return { id: world.random.id(at), kind, from: story.owner, to, sections, at, sender: story.officer };
}

function decide(story: CaseStory, offer: Offer, state: string, at: Date): void {
  write(story, offer, state, at);
  const party = state === 'WITHDRAWN' ? offer.from : offer.to;
  const person = state === 'EXPIRED' ? null : state === 'WITHDRAWN' ? offer.sender : (offer.to.people.LIAISON as Person);
  record(story, offer, `handover.${state.toLowerCase()}`, person, party);
}

function record(story: CaseStory, offer: Offer, kind: string, person: Person | null, partner: Partner): void {
  const data = {
    handoverId: offer.id,
    handoverKind: offer.kind,
    fromOrganisation: offer.from.id,
    toOrganisation: offer.to.id,
    dueOn: dueOf(offer).dueOn,
  };
  story.event('MASTER', kind, [], data, { person, partner, parties: [offer.from, offer.to] });
}

function write(story: CaseStory, offer: Offer, state: string, decidedAt: Date | null, returnOf: string | null = null): void {
  const { tables, random } = story.world;
  const { dueOn, dueAt } = dueOf(offer);
  const declined = state === 'DECLINED';
  const liaison = offer.to.people.LIAISON as Person;
  tables.add('handovers', {
    id: offer.id,
    case_id: story.id,
    kind: offer.kind,
    state,
    from_org: offer.from.id,
    to_org: offer.to.id,
    basis: random.chance(0.2) ? 'CONSENT' : 'TASK',
    reason_code: returnOf ? 'NOT_RESPONSIBLE' : random.pick(['RESPONSIBILITY', 'COMPANY_MOVES', 'EXPERTISE', 'CAPACITY']),
    return_of: returnOf,
    note:
      offer.kind === 'TRANSFER' ? 'Der Standort liegt bei Ihnen. Bitte übernehmen Sie den Vorgang.' : 'Bitte um eine kurze Einschätzung.',
    sections: offer.sections,
    due_on: dueOn,
    due_at: dueAt,
    offered_by: offer.sender.id,
    offered_by_name: offer.sender.name,
    offered_at: offer.at,
    decided_by: state === 'OFFERED' || state === 'EXPIRED' ? null : state === 'WITHDRAWN' ? offer.sender.id : liaison.id,
    decided_by_name: state === 'OFFERED' ? null : state === 'EXPIRED' ? 'Lotse' : state === 'WITHDRAWN' ? offer.sender.name : liaison.name,
    decided_at: decidedAt,
    decision_reason_code: declined ? random.pick(['NOT_RESPONSIBLE', 'NO_CAPACITY', 'INCOMPLETE']) : null,
    decision_note: declined ? 'Wir sind dafür nicht die richtige Stelle.' : null,
    ended_at: ['OFFERED', 'ACCEPTED'].includes(state) ? null : decidedAt,
    file_number: story.fileNumber,
    case_type: story.type,
    confidential: story.confidential,
    reader_users: [],
  });
  if (state === 'OFFERED' || decidedAt) {
    const now = story.at;
    story.at = offer.at;
    record(story, offer, 'handover.offered', offer.sender, offer.from);
    story.at = now;
  }
}
