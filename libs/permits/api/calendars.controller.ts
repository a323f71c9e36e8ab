import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import {
  CalendarEntryDto,
  CalendarEntryPageDto,
  ClockPolicyChangeDto,
  ClockPolicyListDto,
  PreviewCalendarEntryDto,
  SaveCalendarEntryDto,
  ShiftPreviewDto,
} from '@lotse/permits/dto';
import { CurrentActor, IfMatch, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { Calendars } from './calendars.service';
import { ClockPolicies } from './clock-policies.service';

/** Days and targets that counts rest on. */
@Controller()
export class CalendarsController {
  constructor(
    private readonly calendars: Calendars,
    private readonly policies: ClockPolicies,
  ) {}

  /** Declared holidays and closed days of the region and its organisations. */
  @Get('calendar-entries')
  @Requires('calendarEntry.read')
  list(@CurrentActor() actor: Actor): Promise<CalendarEntryPageDto> {
    return this.calendars.list(actor);
  }

  /** Enter days for the own organisation, or for the region. */
  @Post('calendar-entries')
  @Requires('calendarEntry.manage')
  add(@CurrentActor() actor: Actor, @Body() input: SaveCalendarEntryDto): Promise<CalendarEntryDto> {
    return this.calendars.add(actor, input);
  }

  /** What an entry, its change or its removal would shift; nothing is stored. */
  @Post('calendar-entries/preview')
  @HttpCode(200)
  @Requires('calendarEntry.manage')
  preview(@CurrentActor() actor: Actor, @Body() input: PreviewCalendarEntryDto): Promise<ShiftPreviewDto> {
    return this.calendars.preview(actor, input);
  }

  /** Change an entry. */
  @Patch('calendar-entries/:id')
  @Requires('calendarEntry.manage')
  change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: SaveCalendarEntryDto,
  ): Promise<CalendarEntryDto> {
    return this.calendars.change(actor, id, version, input);
  }

  /** Take an entry out. */
  @Delete('calendar-entries/:id')
  @HttpCode(204)
  @Requires('calendarEntry.manage')
  remove(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @IfMatch() version: number): Promise<void> {
    return this.calendars.remove(actor, id, version);
  }

  /** Every count with its definition and its versions. */
  @Get('clock-policies')
  @Requires('clockPolicy.read')
  policyList(@CurrentActor() actor: Actor): Promise<ClockPolicyListDto> {
    return this.policies.list(actor);
  }

  /** Activate one more version of a count; closed procedures keep what they had. */
  @Post('clock-policies')
  @Requires('clockPolicy.manage')
  activate(@CurrentActor() actor: Actor, @Body() input: ClockPolicyChangeDto): Promise<ClockPolicyListDto> {
    return this.policies.activate(actor, input);
  }

  /** What the version would shift; nothing is stored. */
  @Post('clock-policies/preview')
  @HttpCode(200)
  @Requires('clockPolicy.manage')
  previewPolicy(@CurrentActor() actor: Actor, @Body() input: ClockPolicyChangeDto): Promise<ShiftPreviewDto> {
    return this.policies.preview(actor, input);
  }
}
