import { randomInt } from 'node:crypto';

const TREES = [
  'Ahorn',
  'Birke',
  'Buche',
  'Eberesche',
  'Eibe',
  'Eiche',
  'Erle',
  'Esche',
  'Fichte',
  'Hasel',
  'Kiefer',
  'Lärche',
  'Linde',
  'Ulme',
  'Weide',
];

/** A name that says nothing about the company, for confidential ones that were given none: "Projekt Linde 4821". */
export const neutralProjectName = (): string => `Projekt ${TREES[randomInt(TREES.length)]} ${randomInt(1000, 10_000)}`;
