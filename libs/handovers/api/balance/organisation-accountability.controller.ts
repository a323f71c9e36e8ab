import { Controller, Get, Param, Query } from '@nestjs/common';
import { CurrentActor, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { BalanceQueryDto, OrganisationAccountabilityDto } from '@lotse/handovers/dto';
import { OrganisationAccountability } from './organisation-accountability.service';

/** What an organisation answers for. */
@Controller('organisations')
export class OrganisationAccountabilityController {
  constructor(private readonly accountability: OrganisationAccountability) {}

  /** How the own organisation answered the offers of a period; any other organisation is as if it did not exist. */
  @Get(':id/accountability')
  @Requires('handover.read')
  of(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @Query() query: BalanceQueryDto,
  ): Promise<OrganisationAccountabilityDto> {
    return this.accountability.of(actor, id, query);
  }
}
