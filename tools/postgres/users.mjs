import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../run/lock.mjs';

/** Notes that this process uses a shared server. The result ends that and says whether nobody else uses it any more. */
export function joinUsers(folder) {
  const place = join(folder, 'users');
  const mine = join(place, String(process.pid));
  mkdirSync(place, { recursive: true });
  writeFileSync(mine, '');
  return function leave() {
    rmSync(mine, { force: true });
    return !readdirSync(place).some((pid) => isAlive(Number(pid)));
  };
}
