import { Body, Controller, Param, Put } from '@nestjs/common';
import {
  AssignOfficerDto,
  CaseDto,
  MoveCaseDto,
  SetConfidentialDto,
  SetNextStepDto,
  SetSectionLevelDto,
  SetTeamDto,
} from '@lotse/cases/dto';
import { CurrentActor, IfMatch, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { CaseActions } from './case-actions.service';

/** What is done with a case of the own organisation. Each needs If-Match and writes its event. */
@Controller('cases/:id')
export class CaseActionsController {
  constructor(private readonly actions: CaseActions) {}

  /** Move: work on, wait, close with an outcome. A closed case is reopened by status `IN_PROGRESS`. */
  @Put('status')
  @Requires('case.move')
  move(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: MoveCaseDto,
  ): Promise<CaseDto> {
    return this.actions.move(actor, id, version, input);
  }

  /** Say who works on it; managers may too. */
  @Put('officer')
  @Requires('case.assign')
  assign(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: AssignOfficerDto,
  ): Promise<CaseDto> {
    return this.actions.assign(actor, id, version, input);
  }

  /** Say what happens next, and by when; managers may too. */
  @Put('next-step')
  @Requires('case.assign')
  setNextStep(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: SetNextStepDto,
  ): Promise<CaseDto> {
    return this.actions.setNextStep(actor, id, version, input);
  }

  /** Say who besides the officer reads a confidential case. */
  @Put('team')
  @Requires('case.write')
  setTeam(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: SetTeamDto,
  ): Promise<CaseDto> {
    return this.actions.setTeam(actor, id, version, input);
  }

  /** Make it confidential, or release it. 409 `case.sharedWithOthers` while a handover is open. */
  @Put('confidential')
  @Requires('case.write')
  setConfidential(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: SetConfidentialDto,
  ): Promise<CaseDto> {
    return this.actions.setConfidential(actor, id, version, input);
  }

  /** Say how far a part of it may be read: by the region, by those it is shared with, by the own organisation, or by the officer in charge and the team alone. */
  @Put('section-level')
  @Requires('case.write')
  setSectionLevel(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: SetSectionLevelDto,
  ): Promise<CaseDto> {
    return this.actions.setSectionLevel(actor, id, version, input);
  }
}
