import type { HandoverDto } from '@lotse/handovers/contract';

/**
 * The offers to decide in the order in which they stand, with those that were decided in this view: no card takes the place of
 * another below the pointer.
 *
 * @param items what the list holds now
 * @param decided what was decided here, by id, as it was read right after
 * @param before what this function answered last
 */
export function inPlace(
  items: readonly HandoverDto[],
  decided: ReadonlyMap<string, HandoverDto>,
  before: readonly HandoverDto[],
): HandoverDto[] {
  const listed = new Map(items.map((item) => [item.id, item]));
  const open = items.filter(({ id, state }) => state === 'OFFERED' || decided.has(id));
  if (decided.size === 0) return open;
  const stays = before.filter(({ id }) => decided.has(id) || listed.get(id)?.state === 'OFFERED');
  const added = open.filter(({ id }) => !stays.some((one) => one.id === id));
  return [...stays, ...added].map((one) => latest(listed.get(one.id), decided.get(one.id)) ?? one);
}

/** A list that was read before the decision still calls it open. */
const latest = (listed: HandoverDto | undefined, decided: HandoverDto | undefined): HandoverDto | undefined =>
  decided && (!listed || listed.state === 'OFFERED') ? decided : listed;
