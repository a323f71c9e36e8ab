import { migration } from './migration';

const TABLES = `
set role lotse_owner;
create table routing_rules (
  id uuid primary key default new_id(),
  region_id uuid not null references regions,
  shipped_key text,
  position int not null check (position > 0),
  name text not null check (length(name) between 2 and 120),
  why text not null default '' check (length(why) <= 500),
  case_type text check (case_type in ('EXPANSION', 'RELOCATION', 'SETTLEMENT', 'RETENTION', 'PERMIT', 'SITE_SEARCH', 'FUNDING', 'SKILLED_LABOUR',
    'SUCCESSION', 'STARTUP', 'INFRASTRUCTURE', 'COMPLAINT', 'OTHER')),
  ags text references municipalities,
  topic text check (length(topic) between 2 and 60),
  organisation_kind text check (organisation_kind in ('MUNICIPALITY', 'DISTRICT', 'CHAMBER', 'CRAFTS_ASSOCIATION')),
  receiver text not null check (receiver in ('MUNICIPALITY_OF_PLACE', 'ORGANISATION', 'MUNICIPALITY', 'DISTRICT', 'CHAMBER', 'CRAFTS_ASSOCIATION')),
  receiver_org uuid references organisations,
  is_active boolean not null default true,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (region_id, shipped_key),
  check ((receiver = 'ORGANISATION') = (receiver_org is not null))
);
comment on table routing_rules is 'Who is probably responsible, and why. Rules suggest; a person decides.';
comment on column routing_rules.shipped_key is 'Names a rule the product brought along, so that it is entered once and never over the changes of a region.';
comment on column routing_rules.organisation_kind is 'Kind of the organisation that has the case; null for any, and for an enquiry nobody has yet.';
create index on routing_rules (region_id, position);
create index on routing_rules (ags);
create index on routing_rules (receiver_org);
alter table routing_rules enable row level security;
alter table routing_rules force row level security;
create policy read_routing_rules on routing_rules for select to lotse_app
  using (region_id = (select my_region()) and (select has_role('{OFFICER,LIAISON,MANAGER,ADMINISTRATOR}')));
grant select on routing_rules to lotse_app;

alter table service_cases add column postal_code text check (postal_code ~ '^[0-9]{5}$'), add column place text;
comment on column service_cases.postal_code is 'Where the matter lies, as an enquiry told it; without one the establishments of the company say it.';
`;

/** Everything a suggestion rests on, in one answer. It runs with the rights of whoever asks. */
const BASIS = `
set role lotse_definer;
create function routing_basis(p_region uuid, p_postal_code text) returns jsonb language sql stable set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'intakeOrganisationId', coalesce(r.intake_organisation_id,
      (select d.id from organisations d where d.region_id = r.id and d.kind = 'DISTRICT' order by d.created_at, d.id limit 1)),
    'organisations', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind) order by o.name, o.id), '[]')
      from organisations o where o.region_id = r.id),
    'rules', (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name, 'why', k.why, 'position', k.position, 'caseType', k.case_type,
        'ags', k.ags, 'topic', k.topic, 'organisationKind', k.organisation_kind, 'receiver', k.receiver, 'receiverOrganisationId', k.receiver_org)
        order by k.position, k.id), '[]')
      from routing_rules k where k.region_id = r.id and k.is_active),
    'places', (select coalesce(jsonb_agg(jsonb_build_object('postalCode', coalesce(p.postal_code, ''), 'ags', m.ags, 'name', m.name,
        'isDelivery', coalesce(p.is_delivery, false), 'isAmbiguous', coalesce(p.is_ambiguous, false),
        'organisationId', o.id, 'organisationName', o.name) order by m.name, p.postal_code), '[]')
      from municipalities m join organisations o on o.id = m.organisation_id left join postal_codes p on p.ags = m.ags
      where m.region_id = r.id or p.postal_code = p_postal_code))
  from regions r where r.id = p_region
$$;
grant execute on function routing_basis(uuid, text) to lotse_app;
`;

const CHANGES = `
set role lotse_definer;
-- The intake organisation keeps the rules of its region; without one it is the district.
create function keeps_routing_rules() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select (routing_basis(m.region_id, '') ->> 'intakeOrganisationId')::uuid = m.org_id and 'ADMINISTRATOR' = any (m.roles) from me() m), false)
$$;

create function place_routing_rule(p_region uuid, p_rule uuid, p_position int) returns void
language sql security definer set search_path = public, pg_temp as $$
  with others as (select id, row_number() over (order by position, id) as at from routing_rules where region_id = p_region and id <> p_rule),
    placed as (select id, case when at < p_position then at else at + 1 end as at from others
      union all select p_rule, least(p_position, (select count(*) + 1 from others)))
  update routing_rules r set position = placed.at from placed where r.id = placed.id and r.position <> placed.at
$$;

-- Enters a rule (p_version null) or changes one; p_rule carries all its fields. Whoever may not keep the rules is refused.
create function save_routing_rule(p_id uuid, p_version int, p_rule jsonb) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare region uuid := my_region(); old routing_rules; new routing_rules; wanted int;
begin
  if not keeps_routing_rules() then perform refuse(403, 'routing.notKeeper'); end if;
  perform pg_advisory_xact_lock(hashtextextended('routing:' || region, 0));
  if p_version is not null then
    select * into old from routing_rules where id = p_id and region_id = region for update;
    if old.id is null then perform refuse(404, 'routing.notFound'); end if;
    if old.version <> p_version then perform refuse(412, 'stale', jsonb_build_object('version', old.version)); end if;
  end if;
  if p_rule ->> 'ags' is not null and not exists (select from municipalities m where m.ags = p_rule ->> 'ags' and m.region_id = region) then
    perform refuse(400, 'validation', '{"errors": [{"pointer": "/ags", "code": "municipality.unknown"}]}');
  end if;
  if p_rule ->> 'receiverOrganisationId' is not null
    and not exists (select from organisations o where o.id = (p_rule ->> 'receiverOrganisationId')::uuid and o.region_id = region) then
    perform refuse(404, 'organisation.notFound');
  end if;
  if p_version is null then
    insert into routing_rules (id, region_id, position, name, why, case_type, ags, topic, organisation_kind, receiver, receiver_org, is_active)
    values (p_id, region, (select coalesce(max(position), 0) + 1 from routing_rules where region_id = region), p_rule ->> 'name', p_rule ->> 'why',
      p_rule ->> 'caseType', p_rule ->> 'ags', p_rule ->> 'topic', p_rule ->> 'organisationKind', p_rule ->> 'receiver',
      (p_rule ->> 'receiverOrganisationId')::uuid, (p_rule ->> 'active')::boolean)
    returning * into new;
  else
    update routing_rules set name = p_rule ->> 'name', why = p_rule ->> 'why', case_type = p_rule ->> 'caseType', ags = p_rule ->> 'ags',
      topic = p_rule ->> 'topic', organisation_kind = p_rule ->> 'organisationKind', receiver = p_rule ->> 'receiver',
      receiver_org = (p_rule ->> 'receiverOrganisationId')::uuid, is_active = (p_rule ->> 'active')::boolean, version = version + 1, updated_at = now()
    where id = p_id returning * into new;
  end if;
  wanted := (p_rule ->> 'position')::int;
  if wanted is not null then perform place_routing_rule(region, p_id, wanted); end if;
  perform audit(case when p_version is null then 'routing.ruleAdded' else 'routing.ruleChanged' end, 'routingRule', p_id, (
    select coalesce(jsonb_object_agg(n.key, case when p_version is null then n.value else coalesce(o.value, '–') || ' → ' || coalesce(n.value, '–') end), '{}')
    from jsonb_each_text(to_jsonb(new)) n left join jsonb_each_text(to_jsonb(old)) o using (key)
    where n.value is distinct from o.value and (n.value is not null or p_version is not null)
      and n.key <> all ('{id,region_id,shipped_key,version,created_at,updated_at,position}'::text[])) || jsonb_build_object('rule', new.name)
      || case when wanted is not null then jsonb_build_object('position', wanted) else '{}' end);
  return new.version;
end
$$;

-- Whether an offer that rests on the statutory task shows only the stub until it is accepted: for what is offered from now on.
create function set_require_consent(p_on boolean) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not keeps_routing_rules() then perform refuse(403, 'region.notKeeper'); end if;
  update regions set require_consent = p_on where id = my_region() and require_consent <> p_on;
  if found then perform audit('region.consentChanged', 'region', my_region(), jsonb_build_object('on', p_on)); end if;
end
$$;
grant execute on function keeps_routing_rules(), save_routing_rule(uuid, int, jsonb), set_require_consent(boolean) to lotse_app;
`;

export const routing = migration(1764000000044, 'CreateRouting', TABLES, BASIS, CHANGES);
