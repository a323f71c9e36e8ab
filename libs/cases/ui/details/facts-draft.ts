import type { CaseDto } from '@lotse/cases/contract';
import { changedFields, type Draft, keepDraft } from '@lotse/shared/ui';
import { type FactsValues, flat, toValues, unflat } from './facts-values';

type Fields = Record<string, unknown>;

/**
 * Keeps what is changed of a case's facts, only that: what stands in the case and is not touched is not copied. On restoring, it is
 * laid over what the case says by then.
 */
export function factsDraft(of: {
  start: () => CaseDto | undefined;
  values: () => FactsValues;
  fill: (values: FactsValues) => void;
}): Draft<Fields> {
  const stored = () => {
    const start = of.start();
    return start && (flat(toValues(start)) as Fields);
  };
  const fill = (change: Fields) => {
    const before = stored();
    if (before) of.fill(unflat({ ...before, ...Object.fromEntries(Object.entries(change).filter(([field]) => field in before)) }));
  };
  return keepDraft<Fields>({
    key: () => of.start() && `case:${of.start()?.id}:facts`,
    typed: () => {
      const before = stored();
      const now = flat(of.values()) as Fields;
      const fields = before ? changedFields(before, now) : [];
      return fields.length ? Object.fromEntries(fields.map((field) => [field, now[field]])) : undefined;
    },
    restore: fill,
    clear: () => fill({}),
  });
}
