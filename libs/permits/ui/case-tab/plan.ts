import type { ProcedureSummaryDto } from '@lotse/permits/contract';

type Planned = Pick<ProcedureSummaryDto, 'id' | 'dependsOn'>;

/**
 * The procedures of a case in steps: first those that wait for nothing, then those that wait for them, and so on. Within a step the
 * order stays. What depends on something that is not among them counts as waiting for nothing.
 */
export function stepsOf<P extends Planned>(procedures: readonly P[]): P[][] {
  const known = new Map(procedures.map((procedure) => [procedure.id, procedure]));
  const steps: P[][] = [];
  const levels = new Map<string, number>();
  const levelOf = (procedure: P, above: readonly string[]): number => {
    const found = levels.get(procedure.id);
    if (found !== undefined) return found;
    const before = procedure.dependsOn.flatMap((id) => (above.includes(id) ? [] : (known.get(id) ?? [])));
    const level = before.length ? 1 + Math.max(...before.map((one) => levelOf(one, [...above, procedure.id]))) : 0;
    levels.set(procedure.id, level);
    return level;
  };
  for (const procedure of procedures) (steps[levelOf(procedure, [])] ??= []).push(procedure);
  return steps.filter(Boolean);
}

/** What has to be decided before a procedure, as far as the reader knows of it. */
export const requiredBy = <P extends Planned>(procedure: Planned, all: readonly P[]): P[] =>
  all.filter(({ id }) => procedure.dependsOn.includes(id));

/** The procedure of a case whose next last day comes first; closed ones have none. */
export const nextDue = <P extends Pick<ProcedureSummaryDto, 'dueOn'>>(procedures: readonly P[]): P | undefined =>
  procedures
    .filter(({ dueOn }) => dueOn !== null)
    .sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''))
    .at(0);
