import { Controller, Get, Query } from '@nestjs/common';
import { SettlementsDto, SettlementsQueryDto } from '@lotse/reporting/dto';
import { CurrentActor, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { Settlements } from './settlements.service';

/** Figures for the management of the own organisation. */
@Controller('reports')
export class SettlementsController {
  constructor(private readonly settlements: Settlements) {}

  /** Settlements and moves that reached their goal in a period; a move inside the region is shown as a move and counts 0. */
  @Get('settlements')
  @Requires('settlementReport.read')
  read(@CurrentActor() actor: Actor, @Query() query: SettlementsQueryDto): Promise<SettlementsDto> {
    return this.settlements.of(actor, query);
  }
}
