import { Client } from 'pg';
import {
  CHECKLIST_TEMPLATES,
  kreisMusterland,
  kreisMusterlandPostalCodes,
  kreisOffenbach,
  kreisOffenbachPostalCodes,
  type ReferencePostalCode,
  type ReferenceRegion,
  ROUTING_RULES,
} from './reference';

/**
 * Brings regions, partners, municipalities and postal codes to what this version knows; rows the region added itself stay.
 * @param withInvented adds the invented second region, for the demonstration and for tests of borders
 */
export async function seedReference(adminUrl: string, withInvented: boolean): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('set local role lotse_definer');
    await writeRegion(client, kreisOffenbach, kreisOffenbachPostalCodes);
    if (withInvented) await writeRegion(client, kreisMusterland, kreisMusterlandPostalCodes);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    await client.end();
  }
}

async function writeRegion(client: Client, region: ReferenceRegion, postalCodes: readonly ReferencePostalCode[]): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `insert into regions (slug, name, federal_state, file_prefix) values ($1, $2, $3, $4)
     on conflict (slug) do update set name = excluded.name returning id`,
    [region.slug, region.name, region.federalState, region.filePrefix],
  );
  const regionId = rows[0]?.id;
  for (const { slug, kind, name } of region.organisations)
    await client.query(
      `insert into organisations (region_id, kind, name, slug, domain) values ($1, $2, $3, $4, $5)
       on conflict (slug) do update set name = excluded.name`,
      [regionId, kind, name, slug, `${slug}.example`],
    );
  await client.query(
    `update regions set intake_organisation_id = (select id from organisations where slug = $2) where id = $1 and intake_organisation_id is null`,
    [regionId, region.intakeOrganisation],
  );
  await client.query(
    `insert into municipalities (ags, region_id, organisation_id, name, latitude, longitude, population, area_km2, website)
     select m.ags, $1, o.id, m.name, m.latitude, m.longitude, m.population, m."areaKm2", m.website
     from jsonb_to_recordset($2::jsonb) as m(ags text, organisation text, name text, latitude float8, longitude float8, population int, "areaKm2" numeric, website text)
     join organisations o on o.slug = m.organisation
     on conflict (ags) do update set name = excluded.name, population = excluded.population, area_km2 = excluded.area_km2`,
    [regionId, JSON.stringify(region.municipalities)],
  );
  await client.query(
    `insert into postal_codes (postal_code, ags, is_delivery, is_ambiguous)
     select p."postalCode", p.ags, p."isDelivery", p."isAmbiguous"
     from jsonb_to_recordset($1::jsonb) as p("postalCode" text, ags text, "isDelivery" boolean, "isAmbiguous" boolean)
     on conflict (postal_code, ags) do update set is_delivery = excluded.is_delivery, is_ambiguous = excluded.is_ambiguous`,
    [JSON.stringify(postalCodes)],
  );
  await client.query(
    `insert into routing_rules (region_id, shipped_key, position, name, why, case_type, topic, receiver)
     select $1, r.key, r.position, r.name, r.why, r."caseType", r.topic, r.receiver
     from jsonb_to_recordset($2::jsonb) as r(key text, position int, name text, why text, "caseType" text, topic text, receiver text)
     on conflict (region_id, shipped_key) do nothing`,
    [regionId, JSON.stringify(ROUTING_RULES.map((rule, index) => ({ ...rule, position: index + 1 })))],
  );
  await client.query(
    `insert into checklist_templates (region_id, case_type, title, items)
     select $1, t."caseType", t.title, t.items from jsonb_to_recordset($2::jsonb) as t("caseType" text, title text, items text[])
     on conflict (region_id, case_type, title) where organisation_id is null do nothing`,
    [regionId, JSON.stringify(CHECKLIST_TEMPLATES)],
  );
}
