import { CASE_TYPES } from '../case-type';
import { OUTSIDE_REGION } from '../case-details';
import { settlementCount } from './settlement-count';

const region = new Set(['06438002', '06438006']);
const move = (fromMunicipality?: string, toMunicipality?: string) =>
  settlementCount({ type: 'RELOCATION', details: { fromMunicipality, toMunicipality } }, region);

it.each([
  ['inside the region', '06438002', '06438006', 'MOVE_INSIDE', 0],
  ['inside one municipality', '06438002', '06438002', 'MOVE_INSIDE', 0],
  ['from outside into the region', OUTSIDE_REGION, '06438006', 'MOVE_IN', 1],
  ['from another region into this one', '06412000', '06438006', 'MOVE_IN', 1],
  ['out of the region', '06438002', OUTSIDE_REGION, 'MOVE_OUT', 0],
  ['into another region', '06438002', '06412000', 'MOVE_OUT', 0],
  ['past the region', OUTSIDE_REGION, '06412000', 'NONE', 0],
  ['with an unknown origin', undefined, '06438006', 'UNCLEAR', 0],
  ['with an unknown destination', '06438002', undefined, 'UNCLEAR', 0],
  ['with an emptied destination', '06438002', '', 'UNCLEAR', 0],
])('counts a relocation %s', (_, from, to, kind, counts) => {
  expect(move(from, to)).toEqual({ kind, counts });
});

it('counts a settlement as one and every other type as none', () => {
  for (const type of CASE_TYPES) {
    if (type === 'RELOCATION') continue;
    const settles = type === 'SETTLEMENT';
    expect(settlementCount({ type, details: {} }, region)).toEqual({ kind: settles ? 'SETTLEMENT' : 'NONE', counts: settles ? 1 : 0 });
  }
});

it('takes the key that stands for outside as outside, whatever a region holds', () => {
  expect(
    settlementCount(
      { type: 'RELOCATION', details: { fromMunicipality: OUTSIDE_REGION, toMunicipality: '06438002' } },
      new Set([...region, OUTSIDE_REGION]),
    ).kind,
  ).toBe('MOVE_IN');
});
