import { migration } from './migration';

/** Answers kept for a repeated request hold what the person was shown; after a day they go. */
const FORGET = `
set role lotse_definer;
create function forget_idempotency_keys() returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from idempotency_keys where created_at < now() - interval '24 hours'
$$;
grant execute on function forget_idempotency_keys() to lotse_jobs;
`;

export const idempotency = migration(1764000000025, 'KeepIdempotencyKeysADay', FORGET);
