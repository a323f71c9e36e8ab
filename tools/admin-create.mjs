// `npm run admin:create`: the first administrator of an empty installation. Answers come from the environment or are asked for.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { prepared } from './run/prepared.mjs';
import { importTypeScript } from './run/bundle.mjs';
import { Problem } from './run/problem.mjs';
import { say } from './run/say.mjs';
import { withDatabase } from './postgres/connect.mjs';

const QUESTIONS = [
  { key: 'email', variable: 'ADMIN_EMAIL', text: 'E-mail address: ' },
  { key: 'name', variable: 'ADMIN_NAME', text: 'Name: ' },
  { key: 'organisation', variable: 'ADMIN_ORGANISATION', text: 'Organisation (its short name, e.g. kreis-offenbach): ' },
  { key: 'password', variable: 'ADMIN_PASSWORD', text: 'Password (at least 15 characters): ', secret: true },
];

await prepared(async () => {
  const answers = await ask(process.env);
  await withDatabase(async ({ url }) => {
    const { prepareDatabase } = await importTypeScript('apps/api/database/prepare.ts');
    const { createAdministrator } = await importTypeScript('apps/api/database/create-administrator.ts');
    try {
      await prepareDatabase({ databaseUrl: url, demo: false, demoPassword: '' });
      await createAdministrator(url, answers);
    } catch (error) {
      if (['ProvisionError', 'FirstAdministratorError'].includes(error.name)) throw new Problem(error.message);
      throw error;
    }
  });
  say(`${answers.email} can sign in now and invite further people`);
});

async function ask(env) {
  const answers = {};
  for (const { key, variable, text, secret } of QUESTIONS) {
    answers[key] = env[variable]?.trim() || (await question(text, variable, secret));
  }
  return answers;
}

/** Asks at the terminal; what is typed for a secret is not shown. */
async function question(text, variable, secret) {
  if (!process.stdin.isTTY) throw new Problem(`${variable} is not set and there is no terminal to ask at.`);
  let muted = false;
  const output = new Writable({ write: (chunk, _encoding, done) => (muted || process.stdout.write(chunk), done()) });
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  const answer = terminal.question(text);
  muted = Boolean(secret);
  const given = (await answer).trim();
  terminal.close();
  if (secret) process.stdout.write('\n');
  if (!given) throw new Problem('an answer is needed; nothing was changed.');
  return given;
}
