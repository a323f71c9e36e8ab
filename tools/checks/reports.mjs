import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/** A report of an earlier run must not count for this one. */
export function freshReport(file) {
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/** Counts jest's JSON report. A skipped test is a failure here: nothing is skipped silently. */
export function countJest(file) {
  const report = read(file);
  if (!report) return undefined;
  const crashed = report.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length;
  const skipped = report.numPendingTests + report.numTodoTests;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + crashed + skipped,
    notes: skipped ? [`${skipped} tests are skipped or to do: that counts as failed`] : [],
  };
}

/** Counts Playwright's JSON report; flaky and skipped journeys are failures. */
export function countPlaywright(file) {
  const report = read(file);
  if (!report) return undefined;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return {
    passed: expected,
    failed: unexpected + flaky + skipped + report.errors.length,
    notes: flaky + skipped ? [`${flaky} journeys passed only at a second try and ${skipped} were skipped: that counts as failed`] : [],
  };
}
