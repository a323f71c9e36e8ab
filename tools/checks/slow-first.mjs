// The longest specs begin first: one that begins last keeps everybody waiting while the other workers have nothing left to do.
import TestSequencer from '@jest/test-sequencer';

const SLOW = [/matrix\/matrix/, /two-worlds/, /no-rival/, /handover-story/, /demo-satisfaction/, /handover-sides/, /matrix\//];

const rank = ({ path }) => {
  const found = SLOW.findIndex((pattern) => pattern.test(path));
  return found < 0 ? SLOW.length : found;
};

export default class SlowFirst extends TestSequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
}
