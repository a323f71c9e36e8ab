// 100,000 companies and 300,000 cases over the sixteen organisations of Kreis Offenbach, from a seed: the same rows every time.
const COMPANIES = 100_000;
const CASES = 300_000;

const STEMS =
  "array['Nebelfuchs','Wolkenheim','Kieselblick','Funkelstein','Moosbart','Sternhagel','Windspiel','Dachsbau','Rabenfels','Silberquell']";
const TRADES =
  "array['Maschinenbau','Metallbau','Logistik','Elektrotechnik','Schreinerei','Software','Druck','Bäckerei','Großhandel','Gartenbau']";
const FORMS = "array['GmbH','GmbH & Co. KG','AG','KG','UG (haftungsbeschränkt)']";

/** Events are written by triggers as things happen; a history from years ago is written by hand. */
const TRIGGERS = ['service_cases', 'case_sections', 'companies', 'establishments', 'interactions', 'follow_ups', 'job_effects'];

const steps = (companies, cases) => [
  `create temporary table bench_org on commit drop as
     select (row_number() over (order by slug))::int - 1 as n, id, region_id, slug from organisations
     where region_id = (select id from regions where slug = 'kreis-offenbach')`,
  `insert into users (email, name) select 'bench-' || lower(role) || '@' || slug || '.example', 'Bench ' || role
     from bench_org, unnest(array['OFFICER', 'MANAGER']) role`,
  `insert into memberships (user_id, organisation_id, roles) select u.id, o.id, array[role]
     from bench_org o, unnest(array['OFFICER', 'MANAGER']) role, users u where u.email = 'bench-' || lower(role) || '@' || slug || '.example'`,
  `insert into companies (id, region_id, keeper_org, name, legal_form, size_class, industry_code, industry_version, created_at)
     select md5('company' || i)::uuid, o.region_id, o.id,
       (${STEMS})[1 + i % 10] || ' ' || (${TRADES})[1 + (i / 10) % 10] || ' ' || i || ' ' || (${FORMS})[1 + i % 5], (${FORMS})[1 + i % 5],
       (array['MICRO','SMALL','MEDIUM','LARGE'])[1 + i % 4], '28.99', 'WZ2025', now() - interval '800 days'
     from generate_series(0, ${companies - 1}) i join bench_org o on o.n = i % 16`,
  `insert into establishments (company_id, street, house_number, postal_code, place, ags, municipality_source, is_main)
     select md5('company' || i)::uuid, 'Musterstraße', (i % 120)::text, '63110', 'Rodgau', '06438011', 'POSTAL_CODE', true
     from generate_series(0, ${companies - 1}) i`,
  `insert into contact_persons (id, company_id, owner_org, first_name, last_name, email, phone, phone_key, survey_notice_on)
     select md5('contact' || i)::uuid, md5('company' || i)::uuid, o.id, 'Vera', 'Muster', 'vera' || i || '@muster.example', '069 90009000', '+496990009000', '2024-01-01'
     from generate_series(0, ${companies - 1}) i join bench_org o on o.n = i % 16`,
  `insert into service_cases (id, region_id, file_number, type, title, company_id, contact_person_id, owner_org, officer_id, officer_name, status, outcome,
       next_step, next_step_on, reader_orgs, reader_users, created_at, updated_at, closed_at)
     select md5('case' || i)::uuid, o.region_id, 'BENCH-' || i, (array['EXPANSION','RELOCATION','PERMIT','FUNDING','OTHER'])[1 + i % 5], 'Vorgang ' || i,
       md5('company' || (i % ${companies}))::uuid, md5('contact' || (i % ${companies}))::uuid, o.id, u.id, u.name,
       case when i % 10 < 7 then 'CLOSED' else 'IN_PROGRESS' end, case when i % 10 < 7 then 'ACHIEVED' end,
       case when i % 10 >= 7 then 'Rückruf' end, case when i % 10 >= 7 then current_date + (i / 16 % 120) - 30 end, array[o.id], array[u.id],
       now() - make_interval(days => i % 700 + 40), now() - make_interval(days => i % 40), case when i % 10 < 7 then now() - make_interval(days => i % 40) end
     from generate_series(0, ${cases - 1}) i join bench_org o on o.n = i % 16 join users u on u.email = 'bench-officer@' || o.slug || '.example'`,
  `insert into case_sections (case_id, section, content, reader_orgs, contributor_orgs)
     select c.id, s, case s when 'MASTER' then '{"areaNeeded": 1200}'::jsonb else '{}' end, c.reader_orgs, c.reader_orgs
     from service_cases c, unnest(array['MASTER','CONTACTS','NOTES','DOCUMENTS','PERMITS','FEEDBACK']) s`,
  `insert into timeline_events (id, case_id, section, kind, by_user, by_org, by_name, occurred_on, recorded_at, changes, data)
     select md5(c.id || k.kind)::uuid, c.id, k.section, k.kind, c.officer_id, c.owner_org, c.officer_name, (c.created_at + k.after)::date, c.created_at + k.after, k.changes, k.data
     from service_cases c, (values
       ('MASTER', 'case.created', interval '0', '[]'::jsonb, '{"title": "Vorgang"}'::jsonb),
       ('MASTER', 'status.changed', interval '1 day', '[{"field": "status", "old": "NEW", "new": "IN_PROGRESS"}]', '{}'),
       ('NOTES', 'interaction.logged', interval '2 days', '[]', '{"kind": "CALL", "text": "Rückfrage zum Stand"}'),
       ('MASTER', 'nextStep.changed', interval '3 days', '[{"field": "nextStep", "old": null, "new": "Rückruf"}]', '{}')) k(section, kind, after, changes, data)`,
  `insert into surveys (id, case_id, region_id, owner_org, credited, contact_person_id, language, confidential, mail_state, sent_at, created_at, expires_at, answered_at)
     select md5('survey' || c.file_number)::uuid, c.id, c.region_id, c.owner_org, array[c.owner_org], c.contact_person_id, 'de', false, 'SENT', at, at, at + interval '60 days', at + interval '3 days'
     from (select *, now() - make_interval(days => (substr(file_number, 7)::int / 16) % 500) as at from service_cases where status = 'CLOSED') c`,
  `insert into published_batches (region_id, owner_org, credited, first_quarter, quarter, counts, new_answers, changed_answers)
     select s.region_id, s.owner_org, s.credited, quarter_of((s.created_at at time zone 'Europe/Berlin')::date), quarter_of((s.created_at at time zone 'Europe/Berlin')::date),
       array[count(*) * 3 / 10, count(*) * 4 / 10, count(*) * 2 / 10, count(*) / 10, 0, 0]::int[], count(*), 0
     from surveys s group by 1, 2, 3, 4, 5 having count(*) >= 5`,
  `select refresh_company_search(array(select id from companies))`,
];

/**
 * Fills an empty database; minutes, once.
 * @param scale 1 for the full set, less to try the benchmark itself
 */
export async function fill(client, say, scale = 1) {
  await client.query('begin');
  const toggle = async (word) => {
    for (const table of TRIGGERS) await client.query(`alter table ${table} ${word} trigger user`);
  };
  await toggle('disable');
  for (const step of steps(COMPANIES * scale, CASES * scale)) {
    const begin = performance.now();
    await client.query(step);
    say(`${step.trim().split('\n')[0].slice(0, 60)} … ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  }
  await toggle('enable');
  await client.query('commit');
  await client.query('vacuum analyze');
}
