import { spawn } from 'node:child_process';
import { constants } from 'node:os';

export const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Whether a child process is still there. */
export const isRunning = (child) => child.exitCode === null && child.signalCode === null;

/** The exit code a shell would report. */
export const exitCodeOf = (code, signal) => code ?? 128 + (constants.signals[signal] ?? 1);

/** Resolves with the exit code once a child has ended; a child that could not be started rejects. */
export const ended = (child) =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(exitCodeOf(code, signal)));
  });

/**
 * Runs a command to its end and passes on the signals this process receives, so that nothing is left behind.
 * After a signal this process ends too, with the child's exit code.
 */
export async function runThrough(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' && command === 'npm', ...options });
  let signalled = false;
  const pass = (signal) => {
    signalled = true;
    child.kill(signal);
  };
  for (const signal of STOP_SIGNALS) process.on(signal, pass);
  try {
    const code = await ended(child);
    if (signalled) process.exit(code || 130);
    return code;
  } finally {
    for (const signal of STOP_SIGNALS) process.off(signal, pass);
  }
}

/** Asks a child to end and, when it does not within `patience` ms, ends it. */
export async function stopChild(child, patience) {
  if (!isRunning(child)) return;
  const done = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await done;
  clearTimeout(timer);
}
