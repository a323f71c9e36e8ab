/** What a name consists of. */
interface Named {
  name: string;
  legalForm: string | null;
  confidential: boolean;
  projectName: string | null;
}

/** These describe the company, nobody writes them behind its name. */
const DESCRIPTIONS = new Set([
  'Einzelunternehmen',
  'Freiberufler/in',
  'Stiftung',
  'Körperschaft des öffentlichen Rechts',
  'Anstalt des öffentlichen Rechts',
]);
const words = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll('.', '')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()}`;

/**
 * How lists and the head of a page name a company: a confidential one by its project name, every other with its legal form, once.
 *
 *     shownName({ name: 'Weber Bau', legalForm: 'GmbH', … }) // "Weber Bau GmbH"
 */
export function shownName({ name, legalForm, confidential, projectName }: Named): string {
  if (confidential && projectName) return projectName;
  if (!legalForm || DESCRIPTIONS.has(legalForm)) return name;
  const [short = ''] = legalForm.split(' (');
  const hasForm = [legalForm, short].some((form) => words(name).endsWith(words(form)));
  return hasForm ? name : `${name} ${legalForm}`;
}
