import { Problem } from '../run/problem.mjs';

const UNTOUCHED = 'Nothing was changed or deleted.';

/** What PostgreSQL writes when it cannot start, and what a person should read instead. */
const KNOWN = [
  [
    /No space left on device/,
    () => ['there is no space left on the disk for the database.', `${UNTOUCHED} Free some space and start again.`],
  ],
  [
    /pre-existing shared memory block|lock file ".*" already exists|another (server|postmaster)/i,
    (place) => [
      `another PostgreSQL is using the data in ${place.data}.`,
      `${UNTOUCHED} End the program that uses it, or set LOTSE_DATA_DIR to another folder.`,
    ],
  ],
  [
    /database files are incompatible|initialized by PostgreSQL version/,
    (place) => [`the data in ${place.data} were made by another version of PostgreSQL than ${place.version}.`, UNTOUCHED],
  ],
  [
    /has wrong ownership|has invalid permissions|Permission denied/,
    (place) => [`PostgreSQL may not use the folder ${place.data}.`, `${UNTOUCHED} Check its owner and rights (0700).`],
  ],
  [
    /./s,
    (place) => [
      `the database in ${place.data} is damaged or incomplete: PostgreSQL cannot start from it.`,
      `${UNTOUCHED} Put back a backup of that folder (docs/operations.md), or set LOTSE_DATA_DIR to another folder to start afresh.`,
    ],
  ],
];

/** The `Problem` behind a log of PostgreSQL that ended before it was ready. */
export function explain(log, place) {
  const [, say] = KNOWN.find(([pattern]) => pattern.test(log)) ?? KNOWN.at(-1);
  const lines = log.split('\n').filter((line) => line.trim());
  const words = lines.filter((line) => /FATAL|PANIC|error:|ERROR/.test(line));
  const tail = (words.length ? words : lines).slice(-3);
  return new Problem(...say(place), ...tail.map((line) => `PostgreSQL: ${line.replace(/^.*?(FATAL|PANIC|ERROR|error):\s*/, '')}`));
}
