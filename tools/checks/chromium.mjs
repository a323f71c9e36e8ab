import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Problem } from '../run/problem.mjs';
import { say } from '../run/say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const WELL_KNOWN = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first Chromium of the machine: on the PATH, at a well-known place, or the one Playwright has installed. */
export function findChromium(path, playwrightsOwn, known = WELL_KNOWN) {
  const onPath = path
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...known, playwrightsOwn].find((candidate) => candidate && isProgram(candidate));
}

/**
 * The Chromium for the browser tests: `CHROMIUM_PATH`, else one found, else Debian's package when root may install it.
 * @throws Problem with the command a person must run; the tests are never left out
 */
export async function requireChromium() {
  const wanted = process.env.CHROMIUM_PATH?.trim();
  if (wanted) {
    if (!isProgram(wanted)) throw new Problem(`CHROMIUM_PATH is "${wanted}", but there is no program.`);
    return wanted;
  }
  const { chromium } = await import('@playwright/test');
  const find = () => findChromium(process.env.PATH ?? '', chromium.executablePath());
  const found = find();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('no Chromium found: installing the package "chromium"');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    ]) {
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    }
    const installed = find();
    if (installed) return installed;
  }
  const byDistribution = existsSync('/usr/bin/apt-get') ? 'sudo apt-get install -y chromium' : 'npx playwright install chromium';
  throw new Problem(
    'the browser tests need a Chromium, and there is none on this machine.',
    `Run: ${byDistribution}`,
    'or point CHROMIUM_PATH to one, then run the same command again.',
  );
}
