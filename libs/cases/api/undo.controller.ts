import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { BinPageDto, BulkAnswerDto, BulkDto, DeleteCaseDto, RestoredDto, UndoneDto, UndoOfferDto } from '@lotse/cases/dto';
import { CurrentActor, IfMatch, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { BulkActions } from './bulk.service';
import { UndoService } from './undo.service';

/** The way back: ten seconds for a step, thirty days for what was deleted. */
@Controller()
export class UndoController {
  constructor(
    private readonly steps: UndoService,
    private readonly bulk: BulkActions,
  ) {}

  /**
   * The same for up to 200 cases: assign, plan the next step, move. Each for itself: what cannot be changed is named, the rest is, and one
   * undo takes all of it back. With `preview` nothing is changed.
   */
  @Post('cases/bulk')
  @HttpCode(200)
  @Requires('case.assign')
  change(@CurrentActor() actor: Actor, @Body() input: BulkDto): Promise<BulkAnswerDto> {
    return this.bulk.run(actor, input);
  }

  /** Take back what the person did within the last ten seconds, as far as nobody changed it meanwhile. It stands in the timeline as a change of its own. */
  @Post('undo/:id')
  @HttpCode(200)
  @Requires('undo.do')
  undo(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<UndoneDto> {
    return this.steps.undo(actor, id);
  }

  /** Put a case into the bin that was never shared and never closed. */
  @Post('cases/:id/delete')
  @HttpCode(200)
  @Requires('case.delete')
  deleteCase(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: DeleteCaseDto,
  ): Promise<UndoOfferDto> {
    return this.steps.deleteCase(actor, id, version, input.reason);
  }

  /** What the own organisation deleted within the last thirty days, as far as the person may read it; the latest first. */
  @Get('bin')
  @Requires('bin.read')
  bin(@CurrentActor() actor: Actor): Promise<BinPageDto> {
    return this.steps.bin(actor);
  }

  /** Take something out of the bin. */
  @Post('bin/:id/restore')
  @HttpCode(200)
  @Requires('bin.restore')
  restore(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<RestoredDto> {
    return this.steps.restore(actor, id);
  }
}
