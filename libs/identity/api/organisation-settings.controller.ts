import { Body, Controller, Get, Put } from '@nestjs/common';
import { AppConfig, CurrentActor, Database, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { ChangeOrganisationSettingsDto, OrganisationSettingsDto } from '@lotse/identity/dto';
import type { EntityManager } from 'typeorm';

interface Row {
  presence: boolean;
  require_consent: boolean;
  may_change: boolean;
  keeper: string | null;
  used: string;
}

/** Settings of the own organisation and of its region. */
@Controller('organisation-settings')
export class OrganisationSettingsController {
  constructor(
    private readonly db: Database,
    private readonly config: AppConfig,
  ) {}

  /** What is switched on in the own organisation and in its region, and how much room its files take. */
  @Get()
  @Requires('organisation.manage')
  read(@CurrentActor() actor: Actor): Promise<OrganisationSettingsDto> {
    return this.db.as(actor, (tx) => this.settings(tx, actor));
  }

  /** Switch on or off; recorded in the audit log. For the region only by the administration of its intake organisation. */
  @Put()
  @Requires('organisation.manage')
  change(@CurrentActor() actor: Actor, @Body() input: ChangeOrganisationSettingsDto): Promise<OrganisationSettingsDto> {
    return this.db.as(actor, async (tx) => {
      if (input.presence !== undefined) await tx.query('select set_presence($1)', [input.presence]);
      if (input.requireConsent !== undefined) await tx.query('select set_require_consent($1)', [input.requireConsent]);
      return this.settings(tx, actor);
    });
  }

  private async settings(tx: EntityManager, actor: Actor): Promise<OrganisationSettingsDto> {
    const [row] = await tx.query<Row[]>(
      `select o.presence, r.require_consent, keeps_routing_rules() as may_change, storage_used($2) as used,
         (select k.name from organisations k where k.id = (routing_basis(r.id, '') ->> 'intakeOrganisationId')::uuid) as keeper
       from organisations o join regions r on r.id = o.region_id where o.id = $1`,
      [actor.organisationId, this.config.storage.quota],
    );
    return {
      presence: row?.presence ?? false,
      requireConsent: row?.require_consent ?? false,
      mayChangeRegion: row?.may_change ?? false,
      regionKeeperName: row?.keeper ?? null,
      storageUsed: Number(row?.used ?? 0),
      storageLimit: this.config.storage.quota,
    };
  }
}
