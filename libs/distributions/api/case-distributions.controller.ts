import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CurrentActor, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { DistributionDto, DistributionPageDto, SendDistributionDto } from '@lotse/distributions/dto';
import { DistributionActions } from './distribution-actions.service';
import { DistributionsService } from './distributions.service';

/** The enquiries for sites of one case. */
@Controller('cases/:id/distributions')
export class CaseDistributionsController {
  constructor(
    private readonly distributions: DistributionsService,
    private readonly actions: DistributionActions,
  ) {}

  /** Enquiries of the case, newest first; only its owner reads them. */
  @Get()
  @Requires('distribution.read')
  list(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<DistributionPageDto> {
    return this.distributions.ofCase(actor, id);
  }

  /** Ask several organisations at the same moment; due at the end of the fifth working day for all. The company's name does not go along. */
  @Post()
  @Requires('distribution.send')
  send(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @Body() input: SendDistributionDto): Promise<DistributionDto> {
    return this.actions.send(actor, id, input);
  }
}
