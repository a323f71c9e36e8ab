import { Injectable } from '@nestjs/common';
import { Database } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import type { OrganisationDto, OrganisationPageDto } from '@lotse/identity/contract';

/** Every partner of every region: a handover may cross their borders. */
@Injectable()
export class OrganisationsService {
  constructor(private readonly db: Database) {}

  list(actor: Actor): Promise<OrganisationPageDto> {
    return this.db.as(actor, async (tx) => {
      const items = await tx.query<OrganisationDto[]>(
        `select o.id, o.name, o.kind, o.slug, o.region_id as "regionId", r.name as "regionName"
         from organisations o join regions r on r.id = o.region_id
         order by (o.region_id = $1) desc, r.name, o.kind = 'MUNICIPALITY', o.name`,
        [actor.regionId],
      );
      return { items, total: items.length };
    });
  }
}
