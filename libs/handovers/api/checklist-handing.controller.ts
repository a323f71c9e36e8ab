import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ChecklistItemDto, HandChecklistItemDto } from '@lotse/cases/dto';
import { CurrentActor, IfMatch, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { ChecklistHanding } from './checklist-handing.service';

/** Items of checklists that another organisation is to see to. */
@Controller('checklist-items')
export class ChecklistHandingController {
  constructor(private readonly handing: ChecklistHanding) {}

  /**
   * Ask another organisation to see to it: a request for a statement is offered with the item as its words. The item ticks itself with the
   * first word of that organisation after it has accepted, or when it ends the matter. Declined, withdrawn or expired, it can be handed again.
   */
  @Post(':id/hand')
  @HttpCode(200)
  @Requires('checklist.hand')
  hand(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: HandChecklistItemDto,
  ): Promise<ChecklistItemDto> {
    return this.handing.hand(actor, id, version, input);
  }
}
