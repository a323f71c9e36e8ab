import { type AddPermitEventDto, FIRST_DAY, isDocumentEvent, type PermitEventKind } from '@lotse/permits/contract';
import { DomainError } from '@lotse/shared/api';
import { addDays, berlinDay, hasWords, isOneLine } from '@lotse/shared/contract';
import { DAYS_AHEAD } from '@lotse/permits/contract';

/** Fields that belong to some kinds only. */
const ONLY_FOR: Partial<Record<keyof AddPermitEventDto, readonly PermitEventKind[]>> = {
  reason: ['DOCUMENTS_REJECTED', 'DOCUMENTS_NOT_NEEDED'],
  completeSince: ['COMPLETENESS_CONFIRMED'],
  ground: ['DEFERRED'],
  until: ['DEFERRED'],
  months: ['EXTENDED'],
  outcome: ['DECIDED'],
  agency: ['REFERRED_TO_AGENCY', 'AGENCY_ANSWERED'],
};
const LATEST_YEAR = '2069-12-31';

const contradiction = (field: string): DomainError => DomainError.field(`/${field}`, 'contradiction');

/**
 * What no validator of a single field can say: which fields belong to which kind, and which days make sense together.
 * @returns the event as the database takes it
 */
export function checkedEvent(input: AddPermitEventDto): Record<string, unknown> {
  const { kind, on } = input;
  for (const [field, kinds] of Object.entries(ONLY_FOR))
    if (input[field as keyof AddPermitEventDto] !== undefined && !kinds.includes(kind)) throw contradiction(field);
  if (isDocumentEvent(kind) !== (input.items !== undefined))
    throw input.items ? contradiction('items') : DomainError.field('/items', 'required');
  if (kind === 'DOCUMENTS_REJECTED' && !input.reason) throw DomainError.field('/reason', 'required');
  if (kind === 'RETRACTED' && !input.supersedes) throw DomainError.field('/supersedes', 'required');
  for (const [field, day] of [
    ['on', on],
    ['completeSince', input.completeSince],
    ['until', input.until],
  ] as const)
    if (day !== undefined && (day < FIRST_DAY || day > LATEST_YEAR)) throw DomainError.field(`/${field}`, 'outOfRange');
  if (on > addDays(berlinDay(new Date()), DAYS_AHEAD)) throw new DomainError('rule', 'permit.inFuture');
  if (input.completeSince !== undefined && input.completeSince > on) throw DomainError.field('/completeSince', 'afterEnd');
  if (input.until !== undefined && input.until < on) throw DomainError.field('/until', 'beforeStart');
  return {
    kind,
    occurred_on: on,
    items: input.items ? cleanNames(input.items, 'items') : undefined,
    reason: input.reason,
    complete_since: input.completeSince,
    ground: input.ground,
    until_on: input.until,
    months: input.months,
    outcome: input.outcome,
    agency: input.agency,
    note: input.note,
    supersedes: input.supersedes,
  };
}

/** Without blanks around them and without repetition. */
export function cleanNames(names: readonly string[], field: string): string[] {
  return [
    ...new Set(
      names.map((name, index) => {
        const text = name.trim().replace(/\s+/g, ' ');
        if (!hasWords(text)) throw DomainError.field(`/${field}/${index}`, 'isNotEmpty');
        if (!isOneLine(text)) throw DomainError.field(`/${field}/${index}`, 'invalidCharacter');
        return text;
      }),
    ),
  ];
}
