import { delimiter, dirname, join } from 'node:path';
import { install } from './install.mjs';
import { continueUnderPinnedNode } from './pinned-node.mjs';
import { orExplain } from './problem.mjs';
import { root } from './root.mjs';

/**
 * The beginning of every command: packages as the lock file says, the pinned Node, the project's folder.
 * Nothing imported before `main` may need a package, for there may be none yet, and Node may be 20.
 */
export function prepared(main) {
  return orExplain(async () => {
    process.chdir(root);
    await install();
    await continueUnderPinnedNode();
    // Whatever is started from here finds the same Node and the project's own tools first.
    process.env.PATH = [dirname(process.execPath), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
    await main();
  });
}
