import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

/** Imports a TypeScript file of the API into a command: bundled by esbuild, packages stay outside. */
export async function importTypeScript(entry) {
  const { build } = await import('esbuild');
  const folder = join(root, 'dist/tools'); // inside the project, so that packages are found
  const outfile = join(folder, `${entry.replaceAll(/[^a-z]+/g, '-')}-${process.pid}.mjs`);
  mkdirSync(folder, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    tsconfig: 'tsconfig.api.json',
    logLevel: 'warning',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}
