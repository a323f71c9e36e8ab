import { randomBytes, randomInt } from 'node:crypto';
import type { TestAnswer, TestApi, TestOrganisation, TestPerson } from '@lotse/shared/testing';
import type { EnquiryReceivedDto } from '@lotse/intake/contract';

const word = (): string => [...randomBytes(10)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');

/** A region with a district, two municipalities, people, a postal code of each and one they share. */
export interface IntakeWorld {
  slug: string;
  kreis: TestOrganisation;
  rodgau: TestOrganisation;
  langen: TestOrganisation;
  liaison: TestPerson;
  officer: TestPerson;
  intake: TestPerson;
  stranger: TestPerson;
  sure: string;
  shared: string;
}

/** Codes of one spec alone: the table of postal codes is shared. */
const code = (): string => String(randomInt(70_000, 89_999));

export async function intakeWorld({ world }: TestApi): Promise<IntakeWorld> {
  const region = await world.region();
  const [named] = await world.sql<{ slug: string }>('select slug from regions where id = $1', [region.id]);
  const kreis = await world.organisation(region, 'DISTRICT', `Kreis ${word()}`);
  const rodgau = await world.organisation(region);
  const langen = await world.organisation(region);
  const [sure, shared] = [code(), code()];
  await world.municipality(rodgau, [sure, shared]);
  await world.municipality(langen, [shared]);
  await world.sql('update postal_codes set is_ambiguous = true where postal_code = $1', [shared]);
  await world.sql(`insert into routing_rules (region_id, position, name, receiver) values ($1, 1, 'Ort', 'MUNICIPALITY_OF_PLACE')`, [
    region.id,
  ]);
  return {
    slug: named?.slug ?? '',
    kreis,
    rodgau,
    langen,
    officer: await world.person(rodgau, 'OFFICER', 'Otto Amt'),
    liaison: await world.person(rodgau, 'LIAISON', 'Lena Kontakt'),
    intake: await world.person(kreis, 'LIAISON', 'Karla Kreis'),
    stranger: await world.person(langen, ['OFFICER', 'LIAISON', 'MANAGER']),
    sure,
    shared,
  };
}

/** An enquiry nobody else sends. */
export const anEnquiry = (world: IntakeWorld, more: object = {}): Record<string, unknown> => ({
  type: 'EXPANSION',
  companyName: `Beispiel ${word()} GmbH`,
  firstName: 'Erika',
  lastName: 'Beispiel',
  email: `${word()}@firma.example`,
  postalCode: world.sure,
  message: 'Wir brauchen eine Halle.',
  consent: true,
  ...more,
});

export const send = (api: TestApi, enquiry: object): Promise<TestAnswer<EnquiryReceivedDto>> => api.anonymous.post('/enquiries', enquiry);
