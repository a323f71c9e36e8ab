import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import {
  AddPermitEventDto,
  ChangeProcedureDto,
  CreateProcedureDto,
  ProcedureDto,
  ProcedureListQueryDto,
  ProcedurePageDto,
} from '@lotse/permits/dto';
import { CurrentActor, IfMatch, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { PermitBoard } from './board.service';
import { Procedures } from './procedures.service';

/** Procedures with authorities: what happened, what is owed, and how long it may take. Counts are calculated, without guarantee. */
@Controller()
export class ProceduresController {
  constructor(
    private readonly procedures: Procedures,
    private readonly board: PermitBoard,
  ) {}

  /** The board: procedures of all cases the person reads, with all counts. */
  @Get('procedures')
  @Requires('permit.read')
  list(@CurrentActor() actor: Actor, @Query() query: ProcedureListQueryDto): Promise<ProcedurePageDto> {
    return this.board.page(actor, query);
  }

  /** One procedure with its counts, its completeness ledger and everything that happened. */
  @Get('procedures/:id')
  @Requires('permit.read')
  one(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<ProcedureDto> {
    return this.procedures.one(actor, id);
  }

  /** Change what a procedure is; what happened in it is told by events. */
  @Patch('procedures/:id')
  @Requires('permit.write')
  change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: ChangeProcedureDto,
  ): Promise<ProcedureDto> {
    return this.procedures.change(actor, id, version, input);
  }

  /** Record what happened, also long ago; or correct what was recorded. Every count is computed anew. */
  @Post('procedures/:id/events')
  @Requires('permit.write')
  addEvent(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @Body() input: AddPermitEventDto): Promise<ProcedureDto> {
    return this.procedures.addEvent(actor, id, input);
  }

  /** The procedures of a case, in the order they were opened. */
  @Get('cases/:id/procedures')
  @Requires('permit.read')
  ofCase(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<ProcedurePageDto> {
    return this.procedures.ofCase(actor, id);
  }

  /** Open a procedure in a case. */
  @Post('cases/:id/procedures')
  @Requires('permit.write')
  create(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @Body() input: CreateProcedureDto): Promise<ProcedureDto> {
    return this.procedures.create(actor, id, input);
  }
}
