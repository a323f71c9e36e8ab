import { spawn } from 'node:child_process';
import { ended, STOP_SIGNALS } from '../run/child.mjs';
import { root } from '../run/root.mjs';
import { elapsed } from '../run/say.mjs';

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[][]} commands run one after the other until one fails; each is Node's arguments
 * @property {Record<string, string>} [env]
 * @property {() => {passed: number, failed: number, notes?: string[]} | undefined} [count] reads the stage's own report; without one a stage counts as 1
 */

const living = new Set();

/** What is running must not outlive this command. */
function stopWithUs() {
  for (const signal of STOP_SIGNALS) {
    process.on(signal, () => {
      for (const child of living) child.kill('SIGTERM');
      process.exitCode = 130;
      setTimeout(() => process.exit(130), 12_000).unref();
    });
  }
}

async function runCommand(args, env, live) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...env },
    stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
  });
  living.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  const code = await ended(child);
  living.delete(child);
  return { code, output };
}

/** Runs a stage and prints its output when it fails (or as it comes, when it is the only one running). */
async function runStage(stage, live) {
  const begin = Date.now();
  if (live) console.log(`\n▶ ${stage.name}`);
  let result = { code: 0, output: '' };
  for (const command of stage.commands) {
    const { code, output } = await runCommand(command, stage.env, live);
    result = { code, output: result.output + output };
    if (code !== 0) break;
  }
  const counted = stage.count?.() ?? { passed: result.code === 0 ? 1 : 0, failed: result.code === 0 ? 0 : 1 };
  // A stage that failed without a failed test (a crash, an unreadable file) still counts.
  if (result.code !== 0 && counted.failed === 0) counted.failed = 1;
  if (result.code !== 0 && !live) console.log(`\n${result.output.trimEnd()}\n`);
  for (const note of counted.notes ?? []) console.log(note);
  const seconds = ((Date.now() - begin) / 1000).toFixed(1);
  console.log(
    `${counted.failed ? '✗' : '✓'} ${stage.name.padEnd(24)} ${seconds.padStart(6)} s   ${counted.passed} passed, ${counted.failed} failed`,
  );
  return counted;
}

/**
 * Runs groups of stages one after the other, the stages of one group side by side (two at a time), and prints the sum as the
 * last line. The exit code is 1 when anything failed.
 * @param {Stage[][]} groups
 */
export async function runStages(groups) {
  stopWithUs();
  const total = { passed: 0, failed: 0 };
  for (const group of groups) {
    const waiting = [...group];
    const lane = async () => {
      for (let stage = waiting.shift(); stage && process.exitCode !== 130; stage = waiting.shift()) {
        const { passed, failed } = await runStage(stage, group.length === 1);
        total.passed += passed;
        total.failed += failed;
      }
    };
    await Promise.all([lane(), lane()]);
  }
  console.log(`\n${elapsed()} s in total`);
  if (process.exitCode === 130) total.failed ||= 1; // interrupted is not passed
  if (total.failed) process.exitCode ||= 1;
  console.log(`${total.passed} passed, ${total.failed} failed`);
}
