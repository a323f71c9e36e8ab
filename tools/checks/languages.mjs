// German and English must say the same things: same keys, same placeholders, nothing empty, and every key the program uses.
import { join } from 'node:path';
import { root } from '../run/root.mjs';
import { compare, readLanguage, unknownKeys, usedKeys } from './language-rules.mjs';

const folder = join(root, 'apps/web/languages');
const [de, en] = ['de', 'en'].map((language) => readLanguage(join(folder, language)));
const problems = [...compare(de, en), ...unknownKeys(usedKeys(root), de)];
for (const problem of problems) console.error(problem);
if (problems.length) process.exitCode = 1;
else console.log(`${de.size} texts in both languages`);
