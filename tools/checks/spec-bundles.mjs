import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../run/root.mjs';

/** Where the bundles of a run lie; nothing here is written by hand. */
export const BUNDLES = 'dist/specs';
/** Specs in one bundle: enough that loading does not count, few enough that the workers end together. */
const AT_MOST = 7;

/** Hooks at the top of a file would run for everybody in the bundle. */
const hasHooksForAll = (file) => /^(before|after)(All|Each)\(/m.test(readFileSync(join(root, file), 'utf8'));

/**
 * Jest loads every module anew for every file, and loading the program takes longer than most specs of it. So the specs of one
 * domain are run as one file that imports them. A spec with hooks of its own outside of `describe` stays alone.
 *
 * @param {Record<string, string>} groups name of a group → glob of its specs, from the root of the repository
 * @returns {string[]} the specs that stand in a bundle now and are not to be run again by themselves
 */
export function bundleSpecs(groups) {
  const folder = join(root, BUNDLES);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const bundled = [];
  for (const [name, pattern] of Object.entries(groups)) {
    const files = globSync(pattern, { cwd: root })
      .filter((file) => !file.endsWith('.long.spec.ts') && !hasHooksForAll(file))
      .sort();
    for (const [number, part] of portions(files).entries()) {
      const imports = part.map((file) => `import '${relative(folder, join(root, file)).replace(/\.ts$/, '')}';\n`);
      writeFileSync(join(folder, `${name}-${number + 1}.spec.ts`), imports.join(''));
    }
    bundled.push(...files);
  }
  return bundled;
}

/** Parts of nearly the same length. */
export function portions(files, atMost = AT_MOST) {
  const count = Math.ceil(files.length / atMost);
  return Array.from({ length: count }, (_, at) => files.filter((_file, index) => index % count === at));
}
