import { Controller, Get } from '@nestjs/common';
import { CurrentActor, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { OrganisationPageDto } from '@lotse/identity/dto';
import { OrganisationsService } from './organisations.service';

@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  /** All partners, the own region first. */
  @Get()
  @Requires('organisation.read')
  list(@CurrentActor() actor: Actor): Promise<OrganisationPageDto> {
    return this.organisations.list(actor);
  }
}
