import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All texts of an object as `a.b.c` → text. */
export function flatten(texts, prefix = '') {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? flatten(value, `${prefix}${key}.`) : [[`${prefix}${key}`, value]],
  );
}

/** All texts of one language, file after file. The same key in two files is an error: one would hide the other. */
export function readLanguage(folder) {
  const all = new Map();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    for (const [key, text] of flatten(JSON.parse(readFileSync(join(folder, file), 'utf8')))) {
      if (all.has(key)) throw new Error(`${join(folder, file)}: ${key} stands in another file already`);
      all.set(key, text);
    }
  }
  return all;
}

const placeholders = (text) =>
  [...String(text).matchAll(/\{\{\s*(\w+)\s*\}\}/g)]
    .map(([, name]) => name)
    .sort()
    .join(', ');

/** What differs between two languages, in words. */
export function compare(de, en) {
  const missing = (from, to, language) => [...from.keys()].filter((key) => !to.has(key)).map((key) => `${key}: missing in ${language}`);
  const problems = [...missing(de, en, 'en'), ...missing(en, de, 'de')];
  for (const [key, german] of de) {
    const english = en.get(key);
    for (const [language, text] of [
      ['de', german],
      ['en', english],
    ]) {
      if (text !== undefined && (typeof text !== 'string' || !text.trim())) problems.push(`${key}: empty in ${language}`);
    }
    if (english !== undefined && placeholders(german) !== placeholders(english)) {
      problems.push(`${key}: placeholders differ (de: ${placeholders(german) || 'none'}; en: ${placeholders(english) || 'none'})`);
    }
  }
  return problems;
}

const withoutComments = (text) => text.replaceAll(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, '');

/** Where a template begins to read below a prefix, and how its reader is called there. */
const READER = /\*transloco="\s*let (\w+)(?:\s*;\s*prefix:\s*'([^']+)')?[^"]*"/g;

/** The keys a piece of source uses as plain literals; keys put together at run time are not seen. */
export function keysIn(source) {
  const text = withoutComments(source);
  const keys = new Set();
  const readers = [...text.matchAll(READER)].map(([, name, prefix]) => ({ name, prefix: prefix ? `${prefix}.` : '' }));
  for (const name of new Set(readers.map((reader) => reader.name))) {
    const prefixes = readers.filter((reader) => reader.name === name).map((reader) => reader.prefix);
    for (const [, key] of text.matchAll(new RegExp(`(?<![\\w.$])${name}\\(\\s*'([\\w.-]+)'\\s*[,)]`, 'g'))) {
      keys.add(prefixes.map((prefix) => prefix + key).join('|'));
    }
  }
  for (const [, key] of text.matchAll(/(?:\.(?:translate|selectTranslate)(?:<\w+>)?|translateSignal)\(\s*'([\w-]+(?:\.[\w-]+)+)'/g))
    keys.add(key);
  for (const [, key] of text.matchAll(/'([\w-]+(?:\.[\w-]+)+)'\s*\|\s*transloco/g)) keys.add(key);
  return keys;
}

/** Error codes the server answers with; the client shows `error.<code>`. */
export const codesIn = (source) =>
  new Set([...withoutComments(source).matchAll(/new DomainError\(\s*'\w+',\s*'([\w.]+)'/g)].map(([, code]) => `error.${code}`));

/** What stands between a bracket and the one that closes it. */
function insideBrackets(text, from) {
  let open = 1;
  let at = from;
  for (; at < text.length && open; at++) open += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0;
  return text.slice(from, at - 1);
}

/** What the database writes to the log: its kinds, what they concern, the names of their facts; the page of the log says each in words. */
export function auditKeysIn(source) {
  const calls = [...source.matchAll(/perform audit(?:_case)?\(/g)].map(({ 0: call, index }) => insideBrackets(source, index + call.length));
  const inserts = [...source.matchAll(/insert into audit_entries[^;]+;/g)].map(([text]) => text);
  const keys = [...calls, ...inserts].flatMap((text) => [
    ...[...text.matchAll(/'([a-z]+\w*)\.(\w+)'/g)].map(([, domain, kind]) => `audit.action.${domain}_${kind}`),
    ...[...text.matchAll(/'[a-z]\w*\.\w+'(?: end)?, '(\w+)'/g)].map(([, kind]) => `audit.subject.${kind}`),
    ...factsIn(text).map((name) => `audit.fact.${name}`),
  ]);
  return new Set(keys);
}

/** The names among name and value, name and value, … of each object a text builds. */
function factsIn(text) {
  return [...text.matchAll(/jsonb_build_object\(/g)].flatMap(({ 0: call, index }) => {
    let depth = 0;
    const parts = [''];
    for (const sign of insideBrackets(text, index + call.length)) {
      depth += '(['.includes(sign) ? 1 : ')]'.includes(sign) ? -1 : 0;
      if (sign === ',' && depth === 0) parts.push('');
      else parts[parts.length - 1] += sign;
    }
    return parts.filter((_, place) => place % 2 === 0).map((part) => part.trim().replaceAll("'", ''));
  });
}

/** Every key used in the client and every error code of the server, with the file that uses it. */
export function usedKeys(root) {
  const used = new Map();
  const collect = (pattern, read) => {
    for (const file of globSync(pattern, { cwd: root })) {
      if (/\.spec\.ts$|\/testing\/|\/probe\.ts$/.test(file) || !existsSync(join(root, file))) continue; // only what people meet
      for (const key of read(readFileSync(join(root, file), 'utf8'))) used.set(key, file);
    }
  };
  collect('{apps/web,libs/*/ui}/**/*.{ts,html}', keysIn);
  collect('{apps/api,libs/*/api}/**/*.ts', codesIn);
  collect('apps/api/database/migrations/**/*.ts', (source) =>
    [...source.matchAll(/errcode\s*=\s*'LT\d+'\s*,\s*message\s*=\s*'([\w.]+)'/g)].map(([, code]) => `error.${code}`),
  );
  collect('apps/api/database/migrations/**/*.ts', auditKeysIn);
  return used;
}

/** Keys that are used and have no text; `a|b` is satisfied by one of them. */
export function unknownKeys(used, texts) {
  const isKnown = (key) => texts.has(key) || [...texts.keys()].some((text) => text.startsWith(`${key}.`));
  return [...used].filter(([key]) => !key.split('|').some(isKnown)).map(([key, file]) => `${key}: used in ${file}, has no text`);
}
