import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { AddChecklistDto, ChecklistDto, ChecklistItemDto, TickChecklistItemDto, UndoOfferDto } from '@lotse/cases/dto';
import { CurrentActor, IfMatch, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { Checklists } from './checklists.service';

/** Checklists: what is to be seen to in a case. */
@Controller()
export class ChecklistsController {
  constructor(private readonly checklists: Checklists) {}

  /** The list of a case, and templates of its type that could be added. */
  @Get('cases/:id/checklist')
  @Requires('checklist.read')
  ofCase(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<ChecklistDto> {
    return this.checklists.ofCase(actor, id);
  }

  /** Add items of one's own, or those of a template. */
  @Post('cases/:id/checklist')
  @HttpCode(200)
  @Requires('checklist.write')
  add(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @Body() input: AddChecklistDto): Promise<ChecklistDto> {
    return this.checklists.add(actor, id, input);
  }

  /** Tick an item, or take the tick back. */
  @Put('checklist-items/:id/done')
  @Requires('checklist.write')
  tick(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: TickChecklistItemDto,
  ): Promise<ChecklistItemDto> {
    return this.checklists.tick(actor, id, version, input.done);
  }

  /** Put an item of the own organisation into the bin. */
  @Delete('checklist-items/:id')
  @Requires('checklist.write')
  remove(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @IfMatch() version: number): Promise<UndoOfferDto> {
    return this.checklists.remove(actor, id, version);
  }
}
