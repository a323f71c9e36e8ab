import type { HandoverDto, HandoverState } from '@lotse/handovers/contract';
import { inPlace } from './in-place';

const offer = (id: string, state: HandoverState = 'OFFERED') => ({ id, state }) as HandoverDto;
const told = (items: readonly HandoverDto[]) => items.map(({ id, state }) => `${id} ${state}`);
const three = [offer('a'), offer('b'), offer('c')];

it('keeps what was decided here at its place, also when the list arrives anew without it', () => {
  const decided = new Map([['a', offer('a', 'ACCEPTED')]]);
  const first = inPlace(three, decided, three);
  expect(told(first)).toEqual(['a ACCEPTED', 'b OFFERED', 'c OFFERED']);
  expect(told(inPlace([offer('b'), offer('c'), offer('a', 'ENDED')], decided, first))).toEqual(['a ENDED', 'b OFFERED', 'c OFFERED']);
  expect(told(inPlace([offer('b'), offer('c')], decided, first))).toEqual(['a ACCEPTED', 'b OFFERED', 'c OFFERED']);
});

it('adds new offers below, and lets go of what others have taken back', () => {
  const decided = new Map([['b', offer('b', 'DECLINED')]]);
  expect(told(inPlace([offer('d'), offer('c')], decided, three))).toEqual(['b DECLINED', 'c OFFERED', 'd OFFERED']);
});

it('follows the list while nothing was decided here', () => {
  expect(told(inPlace([offer('c'), offer('a'), offer('h', 'EXPIRED')], new Map(), three))).toEqual(['c OFFERED', 'a OFFERED']);
});
