/** Something a person can mend. The commands print its text without a stack and end with exit code 1. */
export class Problem extends Error {
  /**
   * @param {string} text what is wrong, in one sentence
   * @param {...string} lines what was left untouched and what to do about it
   */
  constructor(text, ...lines) {
    super([text, ...lines].join('\n'));
    this.name = 'Problem';
  }
}

/** Prints what ended a command: a `Problem` as its text, anything else with its stack. */
export function printProblem(error) {
  if (error instanceof Problem) console.error(`\nlotse: ${error.message.replaceAll('\n', '\n       ')}\n`);
  else console.error(error);
}

/** Runs a command's `main`; whatever it throws becomes a message and exit code 1. */
export async function orExplain(main) {
  try {
    await main();
  } catch (error) {
    printProblem(error);
    process.exitCode = 1;
  }
}
