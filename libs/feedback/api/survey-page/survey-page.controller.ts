import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AnswerSurveyDto } from '@lotse/feedback/dto';
import { AcceptsForm, DomainError, nonceOf, Requires, STATUS_OF } from '@lotse/shared/api';
import { FORM } from '@lotse/shared/contract';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { Request, Response } from 'express';
import type { Language } from '../survey-words';
import { SurveysService } from '../surveys.service';
import { type Fault, messagePage, objectionPage, type PageFrame, surveyPage, type Typed } from './pages';
import { chooseLanguage, TEXTS } from './texts';

type Fields = Record<string, unknown>;
const FIELDS = ['serviceGrade', 'durationGrade', 'recommend', 'comment', 'callBack'] as const;
const HTML = 'text/html; charset=utf-8';

/** The pages a company sees, rendered here: they need no script, no sign-in and one request. */
@ApiExcludeController()
@Controller('umfrage')
@Requires('public')
export class SurveyPageController {
  constructor(private readonly surveys: SurveysService) {}

  /** The form. `?note=2` selects a grade and stores nothing; other parameters, such as those of mail programs, are ignored. */
  @Get(':token')
  @Header('Content-Type', HTML)
  show(@Param('token') token: string, @Query() query: Fields, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    return this.kindly(token, query, request, response, async (frame) =>
      surveyPage(frame, await this.surveys.read(token), { serviceGrade: text(query['note']) }),
    );
  }

  @Post(':token')
  @HttpCode(200)
  @AcceptsForm()
  @Header('Content-Type', HTML)
  send(
    @Param('token') token: string,
    @Query() query: Fields,
    @Body() body: Fields | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.kindly(token, query, request, response, async (frame) => {
      const typed = typedIn(body ?? {});
      const input = plainToInstance(AnswerSurveyDto, typed, { groups: [FORM] });
      const faults = (await validate(input)).map(({ property }) => property as Fault);
      if (faults.length) {
        response.status(400);
        return surveyPage(frame, await this.surveys.read(token), typed, faults);
      }
      const { state } = await this.surveys.answer(token, input);
      return messagePage(frame, TEXTS[frame.language][state === 'REPLACED' ? 'replaced' : 'thanks'], true);
    });
  }

  /** Asks whether to object; nothing is noted yet. */
  @Get(':token/widerspruch')
  @Header('Content-Type', HTML)
  askObjection(
    @Param('token') token: string,
    @Query() query: Fields,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.kindly(token, query, request, response, async (frame) => {
      const { organisation, isObjected } = await this.surveys.objection(token);
      return isObjected ? messagePage(frame, TEXTS[frame.language].objected, true) : objectionPage(frame, organisation);
    });
  }

  @Post(':token/widerspruch')
  @HttpCode(200)
  @AcceptsForm()
  @Header('Content-Type', HTML)
  object(@Param('token') token: string, @Query() query: Fields, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    return this.kindly(token, query, request, response, async (frame) => {
      await this.surveys.object(token);
      return messagePage(frame, TEXTS[frame.language].objected, true);
    });
  }

  /** Turns a refusal into a page that says what happened, in the reader's language. */
  private async kindly(
    token: string,
    query: Fields,
    request: Request,
    response: Response,
    write: (frame: PageFrame) => Promise<string>,
  ): Promise<string> {
    const language = chooseLanguage(query['lang'], request.headers['accept-language'], await this.surveys.languageOf(token));
    const frame = { language, nonce: nonceOf(response), path: request.path };
    response.setHeader('Content-Language', language);
    try {
      return await write(frame);
    } catch (error) {
      const kind = error instanceof DomainError ? KINDS[error.code] : undefined;
      if (!(error instanceof DomainError) || !kind) throw error;
      response.status(STATUS_OF[error.kind]);
      return messagePage(frame, TEXTS[language][kind]);
    }
  }
}

const KINDS: Record<string, 'unknown' | 'expired' | 'usedUp' | undefined> = {
  'survey.notFound': 'unknown',
  'survey.expired': 'expired',
  'survey.usedUp': 'usedUp',
} satisfies Record<string, keyof (typeof TEXTS)[Language]>;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Only the fields of the form, and of several values for one only text. */
function typedIn(body: Fields): Typed {
  return Object.fromEntries(FIELDS.map((name) => [name, text(body[name])]).filter(([, value]) => value !== undefined)) as Typed;
}
