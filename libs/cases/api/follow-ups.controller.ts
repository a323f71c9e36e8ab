import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import {
  ChangeFollowUpDto,
  CreateFollowUpDto,
  FinishFollowUpDto,
  FollowUpDto,
  FollowUpPageDto,
  FollowUpQueryDto,
  UndoOfferDto,
} from '@lotse/cases/dto';
import { CurrentActor, IfMatch, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { FollowUpsService } from './follow-ups.service';

/** Follow-ups (Wiedervorlagen): what is to be done for a case by a day. */
@Controller()
export class FollowUpsController {
  constructor(private readonly followUps: FollowUpsService) {}

  /** Those of one case. */
  @Get('cases/:id/follow-ups')
  @Requires('followUp.read')
  ofCase(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<FollowUpPageDto> {
    return this.followUps.ofCase(actor, id);
  }

  /** Enter one. */
  @Post('cases/:id/follow-ups')
  @Requires('followUp.write')
  create(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @Body() input: CreateFollowUpDto): Promise<FollowUpDto> {
    return this.followUps.create(actor, id, input);
  }

  /** Those of the own organisation over all cases the person reads, the nearest day first. */
  @Get('follow-ups')
  @Requires('followUp.read')
  list(@CurrentActor() actor: Actor, @Query() query: FollowUpQueryDto): Promise<FollowUpPageDto> {
    return this.followUps.list(actor, query);
  }

  /** Change what, when or who. */
  @Patch('follow-ups/:id')
  @Requires('followUp.write')
  change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: ChangeFollowUpDto,
  ): Promise<FollowUpDto> {
    return this.followUps.change(actor, id, version, input);
  }

  /** Put one into the bin; it stays there for thirty days. */
  @Delete('follow-ups/:id')
  @Requires('followUp.write')
  remove(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @IfMatch() version: number): Promise<UndoOfferDto> {
    return this.followUps.remove(actor, id, version);
  }

  /** Done, with the next one in the same step if there is one. */
  @Put('follow-ups/:id/done')
  @Requires('followUp.finish')
  finish(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: FinishFollowUpDto,
  ): Promise<FollowUpDto> {
    return this.followUps.finish(actor, id, version, input);
  }
}
