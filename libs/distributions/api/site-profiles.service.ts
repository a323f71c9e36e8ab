import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { caseActor } from '@lotse/cases/api';
import { AccessChecks, checkVersion, Database } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { FITS, matchSites } from '@lotse/distributions/contract';
import type {
  MatchQueryDto,
  SiteMatchListDto,
  SiteProfileDto,
  SiteTenure,
  UpdateSiteProfileDto,
  UseClass,
} from '@lotse/distributions/contract';

interface ProfileRow {
  use_classes: UseClass[];
  largest_area_sqm: number | null;
  tenures: SiteTenure[];
  version: number;
  updated_at: Date;
  updated_by_name: string;
}

interface MatchRow extends Omit<ProfileRow, 'use_classes'> {
  id: string;
  name: string;
  kind: string;
  use_classes: UseClass[] | null;
}

/** What organisations can offer at all, and who may have what is needed. */
@Injectable()
export class SiteProfiles {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  own(actor: Actor): Promise<SiteProfileDto> {
    return this.db.as(actor, async (tx) => toDto(await this.read(tx, actor)));
  }

  /** The first entry rests on version 0. */
  change(actor: Actor, version: number, input: UpdateSiteProfileDto): Promise<SiteProfileDto> {
    const values = [input.useClasses, input.largestAreaSqm ?? null, input.tenures];
    return this.db.as(actor, async (tx) => {
      const stored = await this.read(tx, actor);
      checkVersion(stored?.version ?? 0, version);
      const changed = stored
        ? await tx.query<[object[], number]>(
            `update organisation_site_profiles set use_classes = $1, largest_area_sqm = $2, tenures = $3
             where organisation_id = $4 and version = $5 returning 1`,
            [...values, actor.organisationId, version],
          )
        : await tx
            .query<object[]>(
              `insert into organisation_site_profiles (use_classes, largest_area_sqm, tenures) values ($1, $2, $3)
               on conflict (organisation_id) do nothing returning 1`,
              values,
            )
            .then((rows): [object[], number] => [rows, rows.length]);
      if (changed[1] === 0) checkVersion(version + 1, version);
      return toDto(await this.read(tx, actor));
    });
  }

  /** Municipalities of the region first, in the order MATCH, UNKNOWN, NO_MATCH; the own organisation where it is a municipality itself. */
  matches(actor: Actor, need: MatchQueryDto): Promise<SiteMatchListDto> {
    return this.db.as(actor, async (tx) => {
      const rows = await tx.query<MatchRow[]>(
        `select o.id, o.name, o.kind, p.use_classes, p.largest_area_sqm, p.tenures
         from organisations o left join organisation_site_profiles p on p.organisation_id = o.id
         where o.region_id = $5 and (o.id <> $1 or o.kind = 'MUNICIPALITY') and ($4::boolean or ($2::uuid is not null and $3::text[] && '{OFFICER,LIAISON}'::text[]))
         order by o.kind <> 'MUNICIPALITY', o.name, o.id`,
        [...caseActor(actor, this.checks), actor.regionId],
      );
      const items = rows.map((row) => ({
        organisationId: row.id,
        name: row.name,
        kind: row.kind,
        isOwn: row.id === actor.organisationId,
        ...match(need, row),
      }));
      const rank = ({ kind, fit }: (typeof items)[number]) => (kind === 'MUNICIPALITY' ? 0 : FITS.length) + FITS.indexOf(fit);
      return { items: items.sort((a, b) => rank(a) - rank(b)), total: items.length };
    });
  }

  private async read(tx: EntityManager, actor: Actor): Promise<ProfileRow | undefined> {
    const [row] = await tx.query<ProfileRow[]>(
      `select use_classes, largest_area_sqm, tenures, version, updated_at, updated_by_name from organisation_site_profiles where organisation_id = $1`,
      [actor.organisationId],
    );
    return row;
  }
}

const match = (need: MatchQueryDto, { use_classes, largest_area_sqm, tenures }: MatchRow) => {
  const { fit, reasons } = matchSites(need, use_classes && { useClasses: use_classes, largestAreaSqm: largest_area_sqm, tenures });
  return { fit, reasons: [...reasons] };
};

const toDto = (row: ProfileRow | undefined): SiteProfileDto => ({
  useClasses: row?.use_classes ?? [],
  largestAreaSqm: row?.largest_area_sqm ?? null,
  tenures: row?.tenures ?? [],
  updatedAt: row?.updated_at.toISOString() ?? null,
  updatedByName: row?.updated_by_name ?? null,
  version: row?.version ?? 0,
});
