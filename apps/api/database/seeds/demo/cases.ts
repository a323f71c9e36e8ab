import { subject } from './case-subjects';
import { type GradedCase, gradedCases } from './graded-cases';
import { addHandovers } from './handovers';
import { CALL_NOTES } from './names';
import { addPermits } from './permits';
import { CaseStory } from './story';
import { DAY, type DemoCompany, later, officeTime, type Partner, type World } from './world';

type FileNumbers = (partner: Partner, year: number) => string;

/** Cases of all types and states over the last 24 months. */
export function addCases(world: World, companies: DemoCompany[], count: number, fileNumber: FileNumbers): CaseStory[] {
  const stories = tellGradedCases(world, companies, fileNumber);
  while (stories.length < count) stories.push(tellCase(world, world.random.pick(companies), fileNumber));
  for (const story of stories) story.finish();
  addPermits(stories);
  return stories;
}

/** Each for another company of the place, so that nobody is asked twice within a few months. */
function tellGradedCases(world: World, companies: DemoCompany[], fileNumber: FileNumbers): CaseStory[] {
  const turns = new Map<Partner, number>();
  return gradedCases(world).map((graded) => {
    const { partner } = graded;
    const near = companies.filter((company) =>
      partner.ags ? company.partner === partner : company.partner.regionId === partner.regionId && !company.isNatural,
    );
    const turn = turns.get(partner) ?? 0;
    turns.set(partner, turn + 1);
    return tellGraded(world, near[turn % near.length] as DemoCompany, graded, fileNumber);
  });
}

function tellGraded(world: World, company: DemoCompany, { partner, closedAt, grade }: GradedCase, fileNumber: FileNumbers): CaseStory {
  const { random } = world;
  let told = subjectFor(world, company);
  while (told.type === 'SETTLEMENT') told = subjectFor(world, company); // confidential as a rule, and then in no figure
  const createdAt = officeTime(world, new Date(closedAt.getTime() - random.between(35, 95) * DAY));
  const story = new CaseStory(world, company, told.type, told.title, told.details, false, createdAt, partner, fileNumber);
  story.grade = grade;
  if (story.advance(later(world, story.at, 0, 3))) talk(story);
  if (story.advance(later(world, story.at, 1, 6))) story.move('IN_PROGRESS');
  for (let n = random.between(0, 2); n > 0; n--) if (story.advance(later(world, story.at, 2, 8))) talk(story);
  if (story.advance(closedAt)) close(story);
  return story;
}

function subjectFor(world: World, company: DemoCompany): ReturnType<typeof subject> {
  const homes = world.partners.flatMap(({ ags, regionId }) => (ags && regionId === company.partner.regionId ? [ags] : []));
  return subject(world.random, world.now, homes);
}

function tellCase(world: World, company: DemoCompany, fileNumber: FileNumbers): CaseStory {
  const { random } = world;
  const { type, title, details } = subjectFor(world, company);
  // Recent cases are more frequent: an office that grows into its tool.
  const age = Math.floor(725 * random.next() ** 1.4) + 1;
  const createdAt = officeTime(world, new Date(world.now.getTime() - age * DAY));
  const confidential = type === 'SETTLEMENT' && random.chance(0.4);
  const story = new CaseStory(world, company, type, title, details, confidential, createdAt, firstOwner(world, company, type), fileNumber);

  if (story.advance(later(world, story.at, 0, 3))) talk(story);
  if (story.advance(later(world, story.at, 1, 6))) story.move('IN_PROGRESS');
  if (!confidential) addHandovers(story);
  for (let n = random.between(0, 3); n > 0; n--) if (story.advance(later(world, story.at, 3, 25))) talk(story);
  if (random.chance(0.45) && story.advance(later(world, story.at, 1, 10))) {
    const due = later(world, story.at, 7, 21);
    story.followUp('Zwischenstand erfragen', due, due < world.now ? due : null);
  }
  if (random.chance(0.35) && story.advance(later(world, story.at, 2, 20))) {
    story.move('WAITING', { waitingFor: random.pick(['APPLICANT', 'THIRD_PARTY']) });
    if (random.chance(0.6) && story.advance(later(world, story.at, 4, 30))) story.move('IN_PROGRESS');
  }
  if (!story.isOnOffer && story.status !== 'WAITING' && random.chance(0.85) && story.advance(later(world, story.at, 10, 120))) close(story);
  if (story.status !== 'CLOSED') stayOpen(story);
  return story;
}

function firstOwner(world: World, company: DemoCompany, type: string): Partner {
  const region = world.partners.filter((partner) => partner.regionId === company.partner.regionId);
  const ofKind = (kind: string) => region.find((partner) => partner.kind === kind) ?? company.partner;
  if (type === 'SETTLEMENT') return world.random.chance(0.6) ? ofKind('DISTRICT') : company.partner;
  if (company.isNatural) return company.partner;
  if (type === 'STARTUP' || type === 'SUCCESSION')
    return world.random.pick([ofKind('CHAMBER'), ofKind('CRAFTS_ASSOCIATION'), ofKind('DISTRICT')]);
  return world.random.chance(0.85) ? company.partner : ofKind('DISTRICT');
}

function talk(story: CaseStory): void {
  const { random } = story.world;
  story.interaction(
    random.weighted([
      ['CALL', 5],
      ['EMAIL', 4],
      ['VISIT', 2],
      ['MEETING', 2],
      ['NOTE', 1],
    ] as const),
    random.pick(CALL_NOTES),
  );
}

function close(story: CaseStory): void {
  const { random } = story.world;
  const outcome = random.weighted([
    ['ACHIEVED', 55],
    ['PARTLY', 20],
    ['NOT_ACHIEVED', 12],
    ['WITHDRAWN', 8],
    ['OUT_OF_SCOPE', 5],
  ] as const);
  if (['ACHIEVED', 'PARTLY'].includes(outcome) && random.chance(0.5))
    story.jobEffect(
      random.weighted([
        ['CREATED', 5],
        ['SECURED', 6],
        ['LOST', 1],
      ] as const),
      random.weighted([
        ['CAUSED', 1],
        ['SUPPORTED', 5],
        ['OBSERVED', 3],
      ] as const),
      random.between(1, 45),
      'Angabe des Unternehmens',
    );
  story.move('CLOSED', { outcome });
}

function stayOpen(story: CaseStory): void {
  const { random } = story.world;
  if (random.chance(0.85)) story.planNext(random.between(-9, 30));
  if (random.chance(0.4))
    story.followUp('Rückruf wie besprochen', new Date(story.world.now.getTime() + random.between(-6, 20) * DAY), null);
}
