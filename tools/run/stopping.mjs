import { STOP_SIGNALS } from './child.mjs';

/**
 * Calls `stop` once when somebody wants this command to end: by a signal, or because the npm that started it, or the process
 * that chose the Node version, was killed without a chance to say so. While nothing can be stopped yet, the wish is kept.
 * @param {() => Promise<void> | void} stop
 */
export function onStop(stop) {
  let asked = false;
  const ask = () => {
    if (asked) return;
    asked = true;
    void stop();
  };
  for (const signal of STOP_SIGNALS) process.on(signal, ask);
  if (process.channel) {
    process.once('disconnect', ask);
    process.channel.unref();
  }
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && ask(), 1000).unref();
}
