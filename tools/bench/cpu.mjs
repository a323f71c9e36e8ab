import { readdirSync, readFileSync } from 'node:fs';

const TICKS = 100; // per second, on every Linux that Node supports

function ticksOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number);
    return { parent: Number(fields[1]), ticks: user + system, ended: endedUser + endedSystem };
  } catch {
    return undefined;
  }
}

/** CPU seconds used so far by a process and its children, those that have ended too; undefined where /proc does not exist. */
export function cpuSeconds(pid) {
  const own = ticksOf(pid);
  if (!own) return undefined;
  let sum = own.ticks + own.ended;
  for (const entry of readdirSync('/proc')) {
    const other = /^\d+$/.test(entry) && Number(entry) !== pid ? ticksOf(entry) : undefined;
    if (other?.parent === pid) sum += other.ticks;
  }
  return sum / TICKS;
}
