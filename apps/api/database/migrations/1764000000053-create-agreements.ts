import { migration } from './migration';

const TABLE = `
set role lotse_owner;
create table sharing_agreements (
  id uuid primary key default new_id(),
  case_id uuid not null references service_cases on delete cascade,
  kind text not null check (kind in ('COMPANY', 'PERSON')),
  purpose text not null check (length(purpose) between 1 and 500),
  recipient_orgs uuid[],
  sections text[] not null check (sections <@ '{MASTER,CONTACTS,NOTES,DOCUMENTS,PERMITS,FEEDBACK}' and cardinality(sections) > 0),
  contact_person_id uuid references contact_persons on delete set null,
  given_by text not null check (length(given_by) between 1 and 200),
  given_on date not null,
  form text not null check (form in ('ORAL', 'WRITTEN', 'EMAIL')),
  evidence text check (length(evidence) <= 1000),
  recorded_by uuid references users,
  recorded_by_name text not null,
  recorded_at timestamptz not null default now(),
  withdrawn_on date,
  withdrawn_by_name text,
  withdrawal_note text check (length(withdrawal_note) <= 1000),
  check (withdrawn_on is null or withdrawn_on >= given_on),
  check ((withdrawn_on is null) = (withdrawn_by_name is null))
);
comment on table sharing_agreements is 'On what sharing rests besides the statutory task: the agreement of the company, the consent of a person (Art. 6 (1) a, Art. 7 DSGVO).';
comment on column sharing_agreements.recipient_orgs is 'Whom it names; null means every partner.';
create index on sharing_agreements (case_id);
create index on sharing_agreements (contact_person_id);
create index on sharing_agreements (recorded_by);
alter table sharing_agreements enable row level security;
alter table sharing_agreements force row level security;
create policy read_agreements on sharing_agreements for select to lotse_app
  using (exists (select from service_cases c where c.id = case_id and c.owner_org = (select my_org())));
grant select on sharing_agreements to lotse_app;
alter table handovers add column agreement_id uuid references sharing_agreements;
create index on handovers (agreement_id);
grant select (agreement_id) on handovers to lotse_app;
`;

const ACTIONS = `
set role lotse_definer;
create function record_agreement(p_id uuid, p_case uuid, p_kind text, p_purpose text, p_recipients uuid[], p_sections text[], p_contact uuid,
  p_given_by text, p_given_on date, p_form text, p_evidence text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases := lock_own_case(p_case, null, '{OFFICER,LIAISON}');
begin
  if p_given_on > today_in_berlin() then perform refuse(422, 'agreement.inFuture'); end if;
  if exists (select from unnest(p_recipients) x where not exists (select from organisations o where o.id = x)) then perform refuse(404, 'organisation.notFound'); end if;
  if p_kind = 'PERSON' and not exists (select from contact_persons k where k.id = p_contact and k.company_id = c.company_id and k.owner_org = c.owner_org) then
    perform refuse(404, 'contact.notFound');
  end if;
  insert into sharing_agreements (id, case_id, kind, purpose, recipient_orgs, sections, contact_person_id, given_by, given_on, form, evidence, recorded_by, recorded_by_name)
  values (p_id, c.id, p_kind, p_purpose, p_recipients, p_sections, case when p_kind = 'PERSON' then p_contact end, p_given_by, p_given_on, p_form, p_evidence,
    my_user(), my_name());
  perform add_event(c.id, 'MASTER', 'agreement.given', '[]', jsonb_build_object('agreementId', p_id, 'agreementKind', p_kind, 'givenBy', p_given_by,
    'givenOn', p_given_on, 'form', p_form), array[c.owner_org]);
  return p_id;
end
$$;

-- What an offer rests on must be there, name its receiver and cover what goes along.
create function rest_on_agreement(p_handover uuid, p_agreement uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers; a sharing_agreements;
begin
  select * into h from handovers where id = p_handover and from_org = my_org() and state = 'OFFERED' and basis = 'CONSENT' and has_role('{OFFICER,LIAISON}') for update;
  if h.id is null then perform refuse(404, 'handover.notFound'); end if;
  select * into a from sharing_agreements where id = p_agreement and case_id = h.case_id and kind = 'COMPANY';
  if a.id is null then perform refuse(404, 'agreement.notFound'); end if;
  if a.withdrawn_on is not null then perform refuse(422, 'agreement.withdrawn'); end if;
  if not (a.recipient_orgs is null or h.to_org = any (a.recipient_orgs)) or not h.sections <@ (a.sections || '{MASTER}') then
    perform refuse(422, 'agreement.doesNotCover');
  end if;
  update handovers set agreement_id = a.id where id = h.id;
end
$$;

-- What rested on it ends at once: shares are over and open offers are taken back. To offer the case once more needs another basis.
create function end_what_rests_on(a sharing_agreements) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers;
begin
  for h in select * from handovers where agreement_id = a.id and (state = 'OFFERED' or (state = 'ACCEPTED' and kind <> 'TRANSFER')) order by id for update loop
    if h.state = 'ACCEPTED' then
      perform end_handover(h.id, null);
    else
      perform close_offer(h, 'WITHDRAWN', null, null);
      perform tell_liaisons(h.to_org, 'handover.withdrawn', h.id);
    end if;
  end loop;
end
$$;

-- The person no longer goes along, whatever the sharing rests on; the company keeps its contact with the owner.
create function take_contact_out(p_case uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers;
begin
  for h in select * from handovers where case_id = p_case and 'CONTACTS' = any (sections)
    and (state = 'OFFERED' or (state = 'ACCEPTED' and kind <> 'TRANSFER')) order by id for update loop
    update handovers set sections = array_remove(sections, 'CONTACTS') where id = h.id returning * into h;
    update case_access set sections = array_remove(sections, 'CONTACTS') where source_id = h.id;
    perform record_handover(h, 'handover.narrowed');
  end loop;
end
$$;

create function withdraw_agreement(p_id uuid, p_withdrawn_on date, p_note text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare a sharing_agreements; c service_cases;
begin
  select * into a from sharing_agreements where id = p_id;
  if a.id is null then perform refuse(404, 'agreement.notFound'); end if;
  select * into c from service_cases where id = a.case_id and owner_org = my_org() and has_role('{OFFICER,LIAISON}')
    and (not confidential or reader_users && my_users()) for update;
  if c.id is null then perform refuse(404, 'agreement.notFound'); end if;
  select * into a from sharing_agreements where id = p_id for update;
  if a.withdrawn_on is not null then perform refuse(409, 'agreement.withdrawn', jsonb_build_object('withdrawnOn', a.withdrawn_on, 'withdrawnBy', a.withdrawn_by_name)); end if;
  if p_withdrawn_on > today_in_berlin() then perform refuse(422, 'agreement.inFuture'); end if;
  if p_withdrawn_on < a.given_on then perform refuse(422, 'agreement.beforeGiven'); end if;
  update sharing_agreements set withdrawn_on = p_withdrawn_on, withdrawn_by_name = my_name(), withdrawal_note = p_note where id = a.id returning * into a;
  perform add_event(c.id, 'MASTER', 'agreement.withdrawn', '[]', jsonb_strip_nulls(jsonb_build_object('agreementId', a.id, 'agreementKind', a.kind,
    'givenBy', a.given_by, 'withdrawnOn', a.withdrawn_on, 'note', p_note)), array[c.owner_org]);
  if a.kind = 'COMPANY' then
    perform end_what_rests_on(a);
    update case_sections set level = 'PARTIES' where case_id = c.id and level = 'REGION';
  elsif c.contact_person_id = a.contact_person_id then
    perform take_contact_out(c.id);
  end if;
  perform refresh_case(c.id);
  perform audit_case(c, 'agreement.withdrawn', jsonb_build_object('agreementKind', a.kind, 'withdrawnOn', a.withdrawn_on));
end
$$;
grant execute on function record_agreement(uuid, uuid, text, text, uuid[], text[], uuid, text, date, text, text), rest_on_agreement(uuid, uuid),
  withdraw_agreement(uuid, date, text) to lotse_app;
`;

export const agreements = migration(1764000000053, 'CreateAgreements', TABLE, ACTIONS);
