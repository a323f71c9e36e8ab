import { checkDetails, type CaseType, detailFields, OUTSIDE_REGION } from '@lotse/cases/contract';
import { DomainError } from '@lotse/shared/api';
import type { ProblemError } from '@lotse/shared/contract';
import type { EntityManager } from 'typeorm';

type Details = Record<string, unknown>;

/** 400 with a pointer for every own field the type does not have or cannot hold. */
export async function requireDetails(tx: EntityManager, type: CaseType, details: Details): Promise<void> {
  const errors: ProblemError[] = checkDetails(type, details);
  if (errors.length === 0) errors.push(...(await unknownMunicipalities(tx, type, details)));
  if (errors.length) throw new DomainError('invalid', 'validation', undefined, errors);
}

/** What is filled: null and blank text empty a field. */
export function filled(details: Details): Details {
  return Object.fromEntries(
    Object.entries(details).filter(([, value]) => value !== null && (typeof value !== 'string' || value.trim() !== '')),
  );
}

async function unknownMunicipalities(tx: EntityManager, type: CaseType, details: Details): Promise<ProblemError[]> {
  const names = detailFields(type)
    .filter(({ kind, name }) => kind === 'municipality' && typeof details[name] === 'string' && details[name] !== OUTSIDE_REGION)
    .map(({ name }) => name);
  if (names.length === 0) return [];
  const known = await tx.query<{ ags: string }[]>('select ags from municipalities where ags = any ($1::text[])', [
    names.map((name) => details[name]),
  ]);
  const keys = new Set(known.map(({ ags }) => ags));
  return names.filter((name) => !keys.has(String(details[name]))).map((name) => ({ pointer: `/details/${name}`, code: 'municipality' }));
}
