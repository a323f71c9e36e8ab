import { Controller, Get, Param } from '@nestjs/common';
import { CaseSurveyDto } from '@lotse/feedback/dto';
import { type Actor, CurrentActor, ParseId, Requires } from '@lotse/shared/api';
import { CaseSurveyService } from './case-survey.service';

@Controller('cases/:id/survey')
export class CaseSurveyController {
  constructor(private readonly surveys: CaseSurveyService) {}

  /** The survey after the latest closure; its answer only for the lead of the organisation that closed the case. */
  @Get()
  @Requires('survey.read')
  read(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<CaseSurveyDto> {
    return this.surveys.of(actor, id);
  }
}
