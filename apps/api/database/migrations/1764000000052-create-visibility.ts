import { migration } from './migration';

const STUB_HOLDERS = `
set role lotse_definer;
-- Who once had the case and still sees that it exists: for whoever owns it now and reads it, though stubs themselves are readable
-- only to those who hold them.
create function case_stub_holders(p_case uuid) returns table (organisation_id uuid, since timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.organisation_id, s.since from case_stubs s join service_cases c on c.id = s.case_id, me() m
  where s.case_id = p_case and c.owner_org = m.org_id and m.roles && '{OFFICER,LIAISON,MANAGER}' and (not c.confidential or c.reader_users && m.users)
$$;
grant execute on function case_stub_holders(uuid) to lotse_app;
`;

export const visibility = migration(1764000000052, 'CreateVisibility', STUB_HOLDERS);
