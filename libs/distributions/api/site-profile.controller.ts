import { Body, Controller, Get, Put } from '@nestjs/common';
import { CurrentActor, IfMatch, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { SiteProfileDto, UpdateSiteProfileDto } from '@lotse/distributions/dto';
import { SiteProfiles } from './site-profiles.service';

/** What the own organisation can offer at all ("Flächenprofil"). */
@Controller('site-profile')
export class SiteProfileController {
  constructor(private readonly profiles: SiteProfiles) {}

  /** The profile; empty and of version 0 while nothing has been entered. */
  @Get()
  @Requires('siteProfile.read')
  read(@CurrentActor() actor: Actor): Promise<SiteProfileDto> {
    return this.profiles.own(actor);
  }

  /** Enter or change the profile. The region reads it to know whom to ask. */
  @Put()
  @Requires('siteProfile.write')
  change(@CurrentActor() actor: Actor, @IfMatch() version: number, @Body() input: UpdateSiteProfileDto): Promise<SiteProfileDto> {
    return this.profiles.change(actor, version, input);
  }
}
