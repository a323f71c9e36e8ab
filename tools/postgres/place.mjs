import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Problem } from '../run/problem.mjs';
import { accountFor, canUse } from './account.mjs';
import { copiedBinaries, installedBinaries } from './binaries.mjs';

/** Where root puts what the system user cannot reach inside the project. */
const REACHABLE = '/var/lib/lotse';

/** The note that says where the data of a folder really are, once they had to be put elsewhere. */
const noteIn = (folder) => join(folder, 'moved-to.txt');

const movedTo = (folder) => (existsSync(noteIn(folder)) ? readFileSync(noteIn(folder), 'utf8').trim() : undefined);

const elsewhere = (folder, reachable) => {
  const key = createHash('sha256').update(folder).digest('hex').slice(0, 8);
  return join(reachable, `${basename(dirname(dirname(folder)))}-${basename(folder)}-${key}`);
};

function ownedFolder(folder, account) {
  mkdirSync(folder, { recursive: true });
  if (account.uid === undefined) return;
  chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
}

/**
 * Finds where PostgreSQL's files may lie: the wanted folder, or, when PostgreSQL must run as a system user that cannot get
 * through the folders above it, one below /var/lib/lotse. A choice once made is kept, so that the data are found again.
 * @param {string} wanted
 * @param {(text: string) => void} tell called when files are put elsewhere
 * @param {string} reachable a folder that every account gets through to
 */
export function findPlace(wanted, tell, reachable = REACHABLE) {
  const noted = movedTo(wanted);
  let folder = noted ?? wanted;
  const account = accountFor(join(folder, 'data'));
  let binaries = installedBinaries();
  if (account.uid === undefined) {
    mkdirSync(folder, { recursive: true });
    return { folder, account, binaries };
  }
  if (!canUse(account, binaries.postgres, 'x')) {
    binaries = copiedBinaries(binaries, reachable);
    tell(`user ${account.name} cannot reach the project's folder: PostgreSQL's program runs from ${binaries.folder}`);
  }
  if (noted) {
    tell(`the data are in ${folder}`);
    ownedFolder(folder, account);
    return { folder, account, binaries };
  }
  mkdirSync(wanted, { recursive: true });
  if (!existsSync(join(wanted, 'data'))) chownSync(wanted, account.uid, account.gid);
  if (!canUse(account, wanted, 'w')) {
    if (existsSync(join(wanted, 'data'))) {
      throw new Problem(
        `the data in ${wanted} cannot be reached by ${account.name}, as whom PostgreSQL must run. Nothing was changed.`,
        'Give the folders above it the right to pass (chmod o+x), or start as the account that owns the data.',
      );
    }
    folder = elsewhere(wanted, reachable);
    ownedFolder(folder, account);
    if (!canUse(account, folder, 'w')) throw new Problem(`neither ${wanted} nor ${folder} can be reached by ${account.name}.`);
    writeFileSync(noteIn(wanted), folder + '\n');
    tell(`user ${account.name} cannot reach ${wanted}: the data are in ${folder}`);
  }
  return { folder, account, binaries };
}

/** Where the files of a folder are now. */
export const placeOf = (wanted) => movedTo(wanted) ?? wanted;

/** Removes a cluster that holds nothing worth keeping (tests), wherever it lies. The server must be stopped. */
export function removeCluster(wanted) {
  for (const folder of [movedTo(wanted), wanted]) if (folder) rmSync(folder, { recursive: true, force: true });
}
