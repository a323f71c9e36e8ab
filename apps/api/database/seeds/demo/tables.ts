import type { ClientBase } from 'pg';

type Row = Record<string, unknown>;

/** Parents before children. */
const ORDER = [
  'users',
  'memberships',
  'absences',
  'organisation_site_profiles',
  'companies',
  'establishments',
  'contact_persons',
  'service_cases',
  'case_sections',
  'case_access',
  'case_stubs',
  'interactions',
  'follow_ups',
  'job_effects',
  'handovers',
  'timeline_events',
  'permit_procedures',
  'permit_events',
];

/** Rows of the demonstration by table, written in one go. */
export class Tables {
  private readonly rows = new Map<string, Row[]>();

  add(table: string, row: Row): void {
    const list = this.rows.get(table);
    if (list) list.push(row);
    else this.rows.set(table, [row]);
  }

  count(table: string): number {
    return this.rows.get(table)?.length ?? 0;
  }

  /** Writes everything, parents first. */
  async write(client: ClientBase): Promise<void> {
    for (const table of ORDER) {
      const rows = this.rows.get(table) ?? [];
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].join(', ');
      for (let from = 0; from < rows.length; from += 1000) {
        await client.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
          JSON.stringify(rows.slice(from, from + 1000)),
        ]);
      }
    }
  }
}
