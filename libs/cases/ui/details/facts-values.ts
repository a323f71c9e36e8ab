import type { CaseDto, ChangeCaseDto } from '@lotse/cases/contract';
import { type DetailInputs, fromInputs, toInputs } from './detail-values';

/** The form "Eckdaten" as its controls hold it. */
export interface FactsValues {
  title: string;
  projectName: string;
  contactPersonId: string;
  details: DetailInputs;
}

export const toValues = (of: CaseDto): FactsValues => ({
  title: of.title,
  projectName: of.projectName ?? '',
  contactPersonId: of.contactPersonId ?? '',
  details: toInputs(of.type, of.details),
});

/** Only what differs from what the person saw: what was not touched is not sent. */
export function changeOf(seen: CaseDto, values: FactsValues): ChangeCaseDto {
  const before = toValues(seen);
  const details = fromInputs(seen.type, values.details);
  const changed = Object.entries(details).filter(([name]) => values.details[name] !== before.details[name]);
  return {
    ...(values.title !== before.title && { title: values.title }),
    ...(values.projectName !== before.projectName && { projectName: values.projectName.trim() || null }),
    ...(values.contactPersonId !== before.contactPersonId && { contactPersonId: values.contactPersonId || null }),
    ...(changed.length > 0 && { details: Object.fromEntries(changed) }),
  };
}

/** One level, for comparing field by field: `details.areaSqm`. */
export const flat = ({ details, ...rest }: FactsValues): Record<string, unknown> => ({
  ...rest,
  ...Object.fromEntries(Object.entries(details).map(([name, value]) => [`details.${name}`, value])),
});

/** Back to the shape of the form. */
export function unflat(values: Record<string, unknown>): FactsValues {
  const text = (name: string) => String(values[name] ?? '');
  const details = Object.keys(values).filter((name) => name.startsWith('details.'));
  return {
    title: text('title'),
    projectName: text('projectName'),
    contactPersonId: text('contactPersonId'),
    details: Object.fromEntries(details.map((name) => [name.slice('details.'.length), text(name)])),
  };
}
