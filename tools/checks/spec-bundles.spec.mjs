import { portions } from './spec-bundles.mjs';

describe('specs that run as one file', () => {
  it.each([
    [0, []],
    [1, [1]],
    [8, [4, 4]],
    [15, [5, 5, 5]],
    [21, [7, 7, 7]],
  ])('%i specs are divided evenly and none is lost', (count, expected) => {
    const files = Array.from({ length: count }, (_, index) => `${index}`);
    const parts = portions(files, 7);
    expect(parts.map(({ length }) => length)).toEqual(expected);
    expect(parts.flat().sort()).toEqual(files.sort());
  });
});
