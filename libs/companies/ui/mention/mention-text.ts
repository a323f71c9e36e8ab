/** Somebody who can be named. */
export interface Colleague {
  id: string;
  name: string;
}

/** The beginning of a name right before the caret, after an @ that begins a word; undefined where nobody is being named. */
export function wantedName(text: string, caret: number): string | undefined {
  return /(?:^|[\s(])@([\p{L}'-]*(?: [\p{L}'-]*)?)$/u.exec(text.slice(0, caret))?.[1];
}

/** Colleagues one of whose names begins so, at most six. */
export function matching(people: readonly Colleague[], wanted: string): Colleague[] {
  const part = wanted.toLocaleLowerCase('de');
  return people
    .filter(({ name }) => {
      const whole = name.toLocaleLowerCase('de');
      return whole.startsWith(part) || whole.split(/\s+/).some((word) => word.startsWith(part));
    })
    .slice(0, 6);
}

/** The text with the name in place of what was typed of it, and where the caret then stands. */
export function named(text: string, caret: number, name: string): { text: string; caret: number } {
  const start = caret - (wantedName(text, caret)?.length ?? 0);
  const before = `${text.slice(0, start)}${name} `;
  return { text: before + text.slice(caret).replace(/^ /, ''), caret: before.length };
}

/** Who stands in the text with an @ before the name. */
export function mentionedIn(text: string, people: readonly Colleague[]): string[] {
  return people.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
}
