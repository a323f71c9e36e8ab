import { dirname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, wherever a command was typed. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The folder that holds everything a running program keeps: `LOTSE_DATA_DIR`, or `.lotse` in the project. */
export function dataFolder(env = process.env) {
  const wanted = env.LOTSE_DATA_DIR?.trim() || '.lotse';
  return isAbsolute(wanted) ? wanted : resolve(root, wanted);
}
