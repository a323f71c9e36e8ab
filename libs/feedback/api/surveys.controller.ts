import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AnswerSurveyDto, SurveyAnsweredDto, SurveyDto } from '@lotse/feedback/dto';
import { AcceptsForm, Requires } from '@lotse/shared/api';
import { SurveysService } from './surveys.service';

@Controller('surveys')
export class SurveysController {
  constructor(private readonly surveys: SurveysService) {}

  /** What a survey is about; reading it stores nothing. 404 unknown, 410 expired, 409 used up. */
  @Get(':token')
  @Requires('public')
  read(@Param('token') token: string): Promise<SurveyDto> {
    return this.surveys.read(token);
  }

  /** Answer a survey, as JSON or as a form. A second answer within 14 days replaces the first; later it is 409. */
  @Post(':token/answer')
  @HttpCode(200)
  @Requires('public')
  @AcceptsForm()
  answer(@Param('token') token: string, @Body() input: AnswerSurveyDto): Promise<SurveyAnsweredDto> {
    return this.surveys.answer(token, input);
  }
}
