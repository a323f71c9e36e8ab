import * as cases from '@lotse/cases/dto';
import * as companies from '@lotse/companies/dto';
import * as feedback from '@lotse/feedback/dto';
import * as distributions from '@lotse/distributions/dto';
import * as handovers from '@lotse/handovers/dto';
import * as intake from '@lotse/intake/dto';
import * as notifications from '@lotse/notifications/dto';
import * as identity from '@lotse/identity/dto';
import * as reporting from '@lotse/reporting/dto';
import * as shared from '@lotse/shared/dto';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';

type Dto = new () => object;

const DOORS = [cases, companies, distributions, feedback, handovers, identity, intake, notifications, reporting, shared];
/** What a body may say; what only filters a list is never stored. */
const BODIES = DOORS.flatMap((door) => Object.values<unknown>(door)).filter(
  (dto): dto is Dto => typeof dto === 'function' && /Dto$/.test(dto.name) && !/QueryDto$/.test(dto.name),
);

/** Every character of a password counts, whatever it is. */
const PASSWORDS = [
  'AcceptInvitationDto.password',
  'ChangePasswordDto.currentPassword',
  'ChangePasswordDto.newPassword',
  'SignInDto.password',
];
/** A trap no person sees: whatever a machine writes into it is thrown away with the rest. */
const TRAPS = ['SubmitEnquiryDto.subject'];
/** Of a list, and checked only with the status they belong to: with any other the case refuses them, whatever they hold. */
const CHOICES = ['MoveCaseDto.outcome', 'MoveCaseDto.waitingFor'];
/** Where people break lines. */
const NOTES = [
  ...['AnswerDistributionDto.note', 'AnswerSurveyDto.comment', 'AskHandoverDto.note', 'CreateInteractionDto.text'],
  ...['DecideDistributionDto.note', 'DecideHandoverDto.note', 'NeedProfileDto.words', 'OfferHandoverDto.basisReason'],
  ...['GivenAgreementDto.evidence', 'RecordAgreementDto.evidence', 'WithdrawAgreementDto.note'],
  ...['HandChecklistItemDto.note', 'ReleaseRelocationDto.note', 'SubmitEnquiryDto.message'],
  ...['ChangeRoutingRuleDto.why', 'CreateRoutingRuleDto.why'],
  ...['OfferHandoverDto.note', 'OutcomeWordsDto.note', 'RefuseHandoverDto.note', 'WithdrawDistributionDto.note'],
].sort();
const FREE_NOTES = [
  ...['AnswerSurveyDto.comment', 'DecideDistributionDto.note', 'DecideHandoverDto.note', 'NeedProfileDto.words'],
  'WithdrawDistributionDto.note',
];

const isTaken = (dto: Dto, field: string, value: string): boolean =>
  validateSync(plainToInstance(dto, { [field]: value })).every(({ property }) => property !== field);

/** `Class.field` of every field that takes one of the texts. */
function takers(...texts: string[]): string[] {
  const found = BODIES.flatMap((dto) => {
    const rules = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
    const fields = [...new Set(rules.map(({ propertyName }) => propertyName))];
    return fields.filter((field) => texts.some((text) => isTaken(dto, field, text))).map((field) => `${dto.name}.${field}`);
  });
  return found.filter((field) => ![...PASSWORDS, ...TRAPS, ...CHOICES].includes(field)).sort();
}

/** The character inside a name, a number, a mail address, a web site and a VAT id. */
const everywhere = (character: string) => [
  ...[`Muster ${character}GmbH`, `069 12${character}34 56`, `a${character}b@firma.example`, `ab@fir${character}ma.example`],
  ...[`"a${character}b"@firma.example`, `https://firma.example/a${character}b`, `DE1234${character}56789`],
];

it('knows the texts people type', () => {
  const texts = takers('Muster 12345');
  for (const field of ['CreateCaseDto.title', 'UpdateCompanyDto.name', 'UpdateContactPersonDto.lastName', 'CreateEstablishmentDto.street'])
    expect(texts).toContain(field);
  expect(texts.length).toBeGreaterThan(35);
});

it.each(['\x1b', '\0', '\x0b', '\u0085', '\u202e', '\u2066'])('no text takes %j', (character) => {
  expect(takers(...everywhere(character))).toEqual([]);
});

it.each(['\n', '\r\n', '\u2028', '\t'])('only notes take %j', (character) => {
  expect(takers(...everywhere(character))).toEqual(NOTES);
});

it.each(['\u200b\u200b\u200b', '\u00a0\u2060\u3164', '\u200e\ufeff\u200e'])('a text that shows nothing (%j) is none', (text) => {
  expect(takers(text)).toEqual(FREE_NOTES);
});

it.each(['"a b"@firma.example', '"a"@firma.example', 'a\u200bb@firma.example', 'a\u00adb@firma.example'])(
  '%s is no mail address',
  (email) => {
    for (const dto of [identity.SignInDto, identity.InvitePersonDto, companies.CreateContactPersonDto])
      expect(
        validateSync(plainToInstance(dto as Dto, { email })).map(({ property, constraints }) => [property, Object.keys(constraints ?? {})]),
      ).toContainEqual(['email', ['isEmail']]);
  },
);

it('a web site names no user', () => {
  const takes = (website: string) => isTaken(companies.UpdateCompanyDto, 'website', website);
  expect(takes('https://firma.example/a?b=c')).toBe(true);
  for (const website of ['http://u:p@firma.example', 'https://u@firma.example', 'https://firma.example@evil.example'])
    expect(takes(website)).toBe(false);
});

it('says which character rule was broken', () => {
  const codes = (value: string) =>
    validateSync(plainToInstance(companies.UpdateCompanyDto, { name: value })).map(({ constraints }) => Object.keys(constraints ?? {}));
  expect(codes('Muster\nGmbH')).toEqual([['invalidCharacter']]);
  expect(codes('\u200b\u200b')).toEqual([['isNotEmpty']]);
});
