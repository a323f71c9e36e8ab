import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentActor, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { AbsenceDto, AbsencePageDto, EnterAbsenceDto } from '@lotse/identity/dto';
import { AbsencesService } from './absences.service';

@Controller('absences')
export class AbsencesController {
  constructor(private readonly absences: AbsencesService) {}

  /** Present and future absences of the own organisation. */
  @Get()
  @Requires('absence.read')
  list(@CurrentActor() actor: Actor): Promise<AbsencePageDto> {
    return this.absences.list(actor);
  }

  /** Enter days away and a deputy. */
  @Post()
  @Requires('absence.write')
  enter(@CurrentActor() actor: Actor, @Body() input: EnterAbsenceDto): Promise<AbsenceDto> {
    return this.absences.enter(actor, input);
  }

  /** Take an absence back, or end it today. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('absence.write')
  end(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<void> {
    return this.absences.end(actor, id);
  }
}
