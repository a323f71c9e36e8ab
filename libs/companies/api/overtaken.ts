import { DomainError } from '@lotse/shared/api';

/** The refusal of a change that lost against another one in the same moment; `current` is what that one left. */
export const overtaken = (current: { version: number }): DomainError =>
  new DomainError('stale', 'stale', { version: current.version, current });
