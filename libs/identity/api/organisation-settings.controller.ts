import { Body, Controller, Get, Put } from '@nestjs/common';
import { CurrentActor, Database, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { ChangeOrganisationSettingsDto, OrganisationSettingsDto } from '@lotse/identity/dto';

/** Settings of the own organisation. */
@Controller('organisation-settings')
export class OrganisationSettingsController {
  constructor(private readonly db: Database) {}

  /** What is switched on in the own organisation. */
  @Get()
  @Requires('organisation.manage')
  read(@CurrentActor() actor: Actor): Promise<OrganisationSettingsDto> {
    return this.db.as(actor, async (tx) => {
      const [row] = await tx.query<OrganisationSettingsDto[]>('select presence from organisations where id = $1', [actor.organisationId]);
      return { presence: row?.presence ?? false };
    });
  }

  /** Switch on or off; recorded in the audit log. */
  @Put()
  @Requires('organisation.manage')
  change(@CurrentActor() actor: Actor, @Body() input: ChangeOrganisationSettingsDto): Promise<OrganisationSettingsDto> {
    return this.db.as(actor, async (tx) => {
      await tx.query('select set_presence($1)', [input.presence]);
      return { presence: input.presence };
    });
  }
}
