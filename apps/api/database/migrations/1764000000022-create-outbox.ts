import { migration } from './migration';

/** Rows hold ids, never content: the text is rendered when it is sent or shown. */
const TABLE = `
set role lotse_owner;
create table outgoing_mails (
  id uuid primary key default new_id(),
  organisation_id uuid not null references organisations,
  template text not null,
  ref_id uuid not null,
  is_case_mail boolean not null default true,
  recipient text not null,
  language text not null default 'de' check (language in ('de', 'en')),
  state text not null default 'QUEUED' check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'HELD')),
  attempts int not null default 0,
  next_attempt_at timestamptz not null default now(),
  leased_until timestamptz,
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index on outgoing_mails (organisation_id, created_at desc);
create index on outgoing_mails (next_attempt_at) where state in ('QUEUED', 'SENDING');
alter table outgoing_mails enable row level security;
alter table outgoing_mails force row level security;
create policy read_mails on outgoing_mails for select to lotse_app
  using (organisation_id = (select my_org()) and (select has_role('{ADMINISTRATOR}')));
grant select on outgoing_mails to lotse_app;
`;

const FUNCTIONS = `
set role lotse_definer;
create function enqueue_mail(p_template text, p_ref uuid, p_org uuid, p_recipient text, p_language text, p_is_case_mail boolean default true) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare result uuid;
begin
  insert into outgoing_mails (template, ref_id, organisation_id, recipient, language, is_case_mail)
  values (p_template, p_ref, p_org, p_recipient, p_language, p_is_case_mail) returning id into result;
  perform pg_notify('lotse_mail', result::text);
  return result;
end
$$;

-- The API may write only for the acting person's own organisation; database rules use the function above.
create function enqueue_own_mail(p_template text, p_ref uuid, p_recipient text, p_language text, p_is_case_mail boolean) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if my_org() is null then perform refuse(401, 'session.missing'); end if;
  if p_template <> 'invitation' or not exists (select from invitations i where i.id = p_ref and i.organisation_id = my_org()
      and i.email = lower(p_recipient) and i.ended_at is null and has_role('{ADMINISTRATOR}')) then
    perform refuse(404, 'mail.notFound');
  end if;
  return enqueue_mail(p_template, p_ref, my_org(), p_recipient, p_language, p_is_case_mail);
end
$$;
grant execute on function enqueue_own_mail(text, uuid, text, text, boolean) to lotse_app;

-- Leases due mails for sixty seconds; a program that died gives them back by itself.
create function lease_mails(p_limit int) returns setof outgoing_mails
language sql security definer set search_path = public, pg_temp as $$
  update outgoing_mails set state = 'SENDING', attempts = attempts + 1, leased_until = now() + interval '60 seconds',
    next_attempt_at = now() + interval '60 seconds'
  where id in (select id from outgoing_mails
    where (state = 'QUEUED' or (state = 'SENDING' and leased_until < now())) and next_attempt_at <= now()
    order by next_attempt_at limit p_limit for update skip locked)
  returning *
$$;

create function finish_mail(p_id uuid, p_state text, p_error text, p_retry_seconds int) returns void
language sql security definer set search_path = public, pg_temp as $$
  update outgoing_mails set state = p_state, last_error = p_error, leased_until = null,
    sent_at = case when p_state = 'SENT' then now() end,
    next_attempt_at = now() + make_interval(secs => coalesce(p_retry_seconds, 0))
  where id = p_id and state = 'SENDING'
$$;

-- Without a mail server everything due is held, so that nothing is sent by surprise when one is configured later.
create function hold_mails() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare n int;
begin
  update outgoing_mails set state = 'HELD' where state = 'QUEUED';
  get diagnostics n = row_count;
  return n;
end
$$;

create function retry_mail(p_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare org uuid := require_administrator();
begin
  update outgoing_mails set state = 'QUEUED', next_attempt_at = now(), attempts = 0
  where id = p_id and organisation_id = org and state in ('FAILED', 'HELD');
  if not found then perform refuse(404, 'mail.notFound'); end if;
  perform pg_notify('lotse_mail', p_id::text);
  perform audit('mail.retried', 'mail', p_id);
end
$$;
grant execute on function retry_mail(uuid) to lotse_app;
grant execute on function lease_mails(int), finish_mail(uuid, text, text, int), hold_mails() to lotse_jobs;
`;

export const outbox = migration(1764000000022, 'CreateOutbox', TABLE, FUNCTIONS);
