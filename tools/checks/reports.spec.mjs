import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { countJest, countPlaywright } from './reports.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lotse-reports-'));
const file = (name, content) => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

describe('the count of npm test', () => {
  it('takes skipped specs and crashed files for failures', () => {
    const jest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
    const crashed = { status: 'failed', assertionResults: [] };
    expect(countJest(file('jest.json', { ...jest, testResults: [crashed] }))).toMatchObject({ passed: 5, failed: 5 });
  });

  it('takes flaky and skipped journeys for failures', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 1 };
    expect(countPlaywright(file('playwright.json', { stats, errors: [] }))).toMatchObject({ passed: 7, failed: 3 });
  });

  it('knows no result of a report that was not written', () => {
    expect(countJest(join(folder, 'none.json'))).toBeUndefined();
  });

  it('ends with the sum and with exit code 1 when anything failed, also a stage that counts nothing', () => {
    const run = (...codes) => {
      const stages = codes.map((code, n) => ({ name: `stage ${n}`, commands: [['-e', `process.exit(${code})`]] }));
      const script = file(
        'run.mjs',
        `import { runStages } from ${JSON.stringify(join(import.meta.dirname, 'run-stages.mjs'))};
        await runStages([${JSON.stringify(stages)}]);`,
      );
      const { status, stdout } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
      return [status, stdout.trimEnd().split('\n').at(-1)];
    };
    expect(run(0, 0, 0)).toEqual([0, '3 passed, 0 failed']);
    expect(run(0, 1, 0)).toEqual([1, '2 passed, 1 failed']);
  });
});

describe('the browser for the journeys', () => {
  it('is the first on the PATH that can be run', () => {
    const [first, second] = ['a', 'b'].map((name) => join(folder, name));
    for (const place of [first, second]) {
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, 'chromium'), '');
    }
    chmodSync(join(second, 'chromium'), 0o755);
    expect(findChromium(`${first}:${second}`, undefined, [])).toBe(join(second, 'chromium'));
    expect(findChromium(first, join(second, 'chromium'), [])).toBe(join(second, 'chromium'));
    expect(findChromium(first, undefined, [])).toBeUndefined();
  });
});
