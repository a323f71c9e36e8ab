import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { Problem } from '../run/problem.mjs';

const isRoot = () => process.getuid?.() === 0;

function lookUp(name) {
  try {
    const id = (flag) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { name, uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

const nameOf = (uid) => spawnSync('id', ['-un', String(uid)], { encoding: 'utf8' }).stdout?.trim() || `uid ${uid}`;

/**
 * The account PostgreSQL runs as. PostgreSQL refuses to run as root, so root uses the owner of an existing data folder,
 * else the system user `postgres` (made when missing). Everybody else uses their own account: an empty object.
 * @param {string} data the data folder, which may not exist yet
 */
export function accountFor(data) {
  const owner = existsSync(data) ? statSync(data) : undefined;
  if (!isRoot()) {
    if (owner && process.getuid && owner.uid !== process.getuid()) {
      throw new Problem(
        `the data in ${data} belong to another account (uid ${owner.uid}): the program was started as root or by somebody else before.`,
        `Start it as that account again, or hand the data over (with the program stopped): sudo chown -R "$(id -un)" "${data}"`,
      );
    }
    return {};
  }
  if (owner && owner.uid !== 0) return { name: nameOf(owner.uid), uid: owner.uid, gid: owner.gid };
  const known = lookUp('postgres');
  if (known) return known;
  const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { encoding: 'utf8' });
  const account = lookUp('postgres') ?? lookUp('nobody');
  if (!account) {
    throw new Problem(
      'PostgreSQL cannot run as root, and the system user "postgres" could not be created.',
      (made.stderr || made.error?.message || '').trim(),
      'Create it (useradd --system postgres), or run this command as an ordinary user.',
    );
  }
  return account;
}

/** Whether the account can use a file or folder, with every folder above it. `kind` is a flag of `test`: x, r or w. */
export function canUse(account, path, kind) {
  if (account.uid === undefined) return true;
  const { uid, gid } = account;
  return spawnSync('/bin/sh', ['-c', `test -${kind} "$1"`, 'sh', path], { uid, gid, cwd: '/' }).status === 0;
}
