import type { Translation } from '@jsverse/transloco';

/** One tree of texts from the files of all domains; branches of the same name are joined, e.g. `error`. */
export function merge(...parts: Translation[]): Translation {
  const result: Translation = {};
  for (const part of parts)
    for (const [key, value] of Object.entries(part))
      result[key] = isBranch(value) && isBranch(result[key]) ? merge(result[key], value) : value;
  return result;
}

function isBranch(value: unknown): value is Translation {
  return typeof value === 'object' && value !== null;
}
