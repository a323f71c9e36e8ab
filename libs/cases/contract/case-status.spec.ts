import { canMoveCase, CASE_STATUSES, nextStatuses } from './case-status';

describe('the life of a case', () => {
  const allowed = ['NEW>IN_PROGRESS', 'NEW>WAITING', 'NEW>CLOSED', 'IN_PROGRESS>WAITING', 'IN_PROGRESS>CLOSED', 'WAITING>IN_PROGRESS']
    .concat(['WAITING>WAITING', 'WAITING>CLOSED', 'CLOSED>IN_PROGRESS'])
    .sort();

  it('allows these moves and no other', () => {
    const moves = CASE_STATUSES.flatMap((from) => CASE_STATUSES.filter((to) => canMoveCase(from, to)).map((to) => `${from}>${to}`));
    expect(moves.sort()).toEqual(allowed);
  });

  it('offers what it allows', () => {
    for (const from of CASE_STATUSES) for (const to of nextStatuses(from)) expect(canMoveCase(from, to)).toBe(true);
  });
});
