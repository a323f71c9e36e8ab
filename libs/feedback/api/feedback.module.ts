import { Module } from '@nestjs/common';
import { CaseSurveyController } from './case-survey.controller';
import { CaseSurveyService } from './case-survey.service';
import { FeedbackAccess } from './feedback-access';
import { SatisfactionController } from './satisfaction.controller';
import { SatisfactionService } from './satisfaction.service';
import { SurveyLinks } from './survey-links';
import { SurveyMail } from './survey-mail';
import { SurveyPageController } from './survey-page/survey-page.controller';
import { SurveysController } from './surveys.controller';
import { SurveysService } from './surveys.service';

/** Surveys after closed cases, their answers, and what they say against "gut". */
@Module({
  controllers: [CaseSurveyController, SatisfactionController, SurveyPageController, SurveysController],
  providers: [CaseSurveyService, FeedbackAccess, SatisfactionService, SurveyLinks, SurveyMail, SurveysService],
})
export class FeedbackModule {}
