import { createHash } from 'node:crypto';
import { FANCIES, FIRST_NAMES, FORMS, LAST_NAMES, NATURAL_FORMS, STREETS, TRADES } from './names';
import { DAY, type DemoCompany, isoDate, officeTime, type Partner, type World } from './world';

const slug = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');

/** Telephone numbers the Bundesnetzagentur keeps free for film and television (069 90009000–99). */
const phone = (world: World) => `069 90009${String(world.random.between(0, 99)).padStart(3, '0')}`;

/** Some places have more to show than others, so that figures of every size appear. */
const WEIGHTS: Record<string, number> = {
  dietzenbach: 8,
  rodgau: 7,
  'neu-isenburg': 6,
  dreieich: 3,
  langen: 3,
  egelsbach: 1,
  mainhausen: 1,
  beispielheim: 1,
  musterstadt: 1,
};

/** Companies of the municipalities, each with one or two establishments and contact persons. */
export function addCompanies(world: World, count: number): DemoCompany[] {
  const homes = world.partners
    .filter((partner) => partner.ags)
    .flatMap((partner) => Array<Partner>(WEIGHTS[partner.slug] ?? 2).fill(partner));
  const taken = new Set<string>();
  const companies: DemoCompany[] = [];
  while (companies.length < count) {
    const [trade, industry] = world.random.pick(TRADES);
    const base = `${world.random.pick(FANCIES)} ${trade}`;
    if (taken.has(base)) continue;
    taken.add(base);
    companies.push(addCompany(world, world.random.pick(homes), base, industry));
  }
  return companies;
}

function addCompany(world: World, partner: Partner, base: string, industry: string): DemoCompany {
  const { random, tables } = world;
  const form = random.weighted(FORMS);
  const isNatural = NATURAL_FORMS.includes(form);
  const createdAt = officeTime(world, new Date(world.now.getTime() - random.between(730, 790) * DAY));
  const id = random.id(createdAt);
  const officer = partner.people.OFFICER;
  tables.add('companies', {
    id,
    region_id: partner.regionId,
    keeper_org: partner.id,
    name: `${base} ${form}`,
    legal_form: form,
    is_natural_person: isNatural,
    industry_code: industry,
    industry_version: 'WZ2025',
    size_class: random.weighted([
      ['MICRO', 35],
      ['SMALL', 40],
      ['MEDIUM', 20],
      ['LARGE', 5],
    ] as const),
    website: `https://www.${slug(base)}.example`,
    confidential: false,
    is_demo: true,
    version: 1,
    reader_users: [],
    created_by: officer?.id,
    created_at: createdAt,
    updated_at: createdAt,
  });
  for (let n = 0; n < (random.chance(0.15) ? 2 : 1); n++) addEstablishment(world, id, partner, n === 0, createdAt);
  const contact = addContact(world, id, partner, slug(base), createdAt);
  if (random.chance(0.3)) addContact(world, id, partner, slug(base), new Date(createdAt.getTime() + DAY));
  return { id, name: `${base} ${form}`, isNatural, partner, contact };
}

function addEstablishment(world: World, companyId: string, partner: Partner, isMain: boolean, createdAt: Date): void {
  world.tables.add('establishments', {
    id: world.random.id(createdAt),
    company_id: companyId,
    name: isMain ? null : 'Lager',
    street: world.random.pick(STREETS),
    house_number: String(world.random.between(1, 120)),
    postal_code: world.random.pick(partner.postalCodes),
    place: partner.place,
    ags: partner.ags,
    municipality_source: 'POSTAL_CODE',
    is_main: isMain,
    version: 1,
    created_at: createdAt,
  });
}

/** The contact person as an entry of this partner's own: with a case that is handed over goes a copy. */
export function contactOf({ tables }: World, { contact }: DemoCompany, partner: Partner): string {
  const known = contact.entries.get(partner.id);
  if (known) return known;
  const digest = createHash('sha256').update(`${contact.id} ${partner.id}`).digest('hex');
  const id = `${contact.id.slice(0, 13)}-7${digest.slice(0, 3)}-8${digest.slice(3, 6)}-${digest.slice(6, 18)}`;
  tables.add('contact_persons', { ...contact.row, id, owner_org: partner.id });
  contact.entries.set(partner.id, id);
  return id;
}

function addContact(world: World, companyId: string, partner: Partner, domain: string, createdAt: Date): DemoCompany['contact'] {
  const { random, tables } = world;
  const id = random.id(createdAt);
  const [first, last] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
  const email = `${slug(first)}.${slug(last)}@${domain}.example`;
  const number = phone(world);
  const row = {
    id,
    company_id: companyId,
    owner_org: partner.id,
    first_name: first,
    last_name: last,
    position: random.pick(['Geschäftsführung', 'Standortleitung', 'Assistenz der Geschäftsführung', 'Technische Leitung', 'Personal']),
    email,
    phone: number,
    phone_key: `+49${number.replaceAll(' ', '').slice(1)}`,
    language: random.chance(0.1) ? 'en' : 'de',
    survey_notice_on: isoDate(createdAt),
    version: 1,
    created_at: createdAt,
  };
  tables.add('contact_persons', row);
  return { id, name: `${first} ${last}`, email, row, entries: new Map([[partner.id, id]]) };
}
