import { Controller, Get, Query } from '@nestjs/common';
import { DeadlineDto, DeadlineQueryDto, HolidayListDto, HolidayQueryDto } from '@lotse/permits/dto';
import { CurrentActor, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { Deadlines } from './deadlines.service';

/** Periods and holidays. */
@Controller()
export class DeadlinesController {
  constructor(private readonly deadlines: Deadlines) {}

  /** The last day of a period by §§ 187, 188, 193 BGB, and every day of it with its reason. Without guarantee. */
  @Get('deadlines')
  @Requires('deadline.read')
  explain(@CurrentActor() actor: Actor, @Query() query: DeadlineQueryDto): Promise<DeadlineDto> {
    return this.deadlines.explain(actor, query);
  }

  /** Public holidays of a Land in a year. */
  @Get('holidays')
  @Requires('deadline.read')
  holidays(@CurrentActor() actor: Actor, @Query() query: HolidayQueryDto): Promise<HolidayListDto> {
    return this.deadlines.holidays(actor, query);
  }
}
