import { Controller, Get } from '@nestjs/common';
import { MyDayDto } from '@lotse/reporting/dto';
import { CurrentActor, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { MyDay } from './my-day.service';

/** The start page (Mein Tag). */
@Controller('my-day')
export class MyDayController {
  constructor(private readonly day: MyDay) {}

  /** What I must do now: due and overdue, offers to decide, answers of others I wait for, cases without a plan, call-backs. */
  @Get()
  @Requires('myDay.read')
  read(@CurrentActor() actor: Actor): Promise<MyDayDto> {
    return this.day.read(actor);
  }
}
