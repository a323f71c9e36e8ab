import { setTimeout as pause } from 'node:timers/promises';
import { Body, Controller, Get, Header, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SubmitEnquiryDto } from '@lotse/intake/dto';
import { AcceptsForm, DomainError, nonceOf, Requires, STATUS_OF } from '@lotse/shared/api';
import { FORM } from '@lotse/shared/contract';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { Request, Response } from 'express';
import { Enquiries } from '../enquiries.service';
import { FormSeal } from '../form-seal';
import { formPage, type PageFrame, receivedPage, type Typed } from './pages';
import { type FieldName, type Language, TEXTS } from './texts';

type Fields = Record<string, unknown>;
const FIELDS: readonly FieldName[] = [
  'type',
  'companyName',
  'firstName',
  'lastName',
  'email',
  'phone',
  'postalCode',
  'place',
  'areaSqm',
  'message',
  'consent',
];

/** The form a company fills in, rendered here: no script, no sign-in, one request. German at /anfrage, English at /enquiry. */
@ApiExcludeController()
@Controller(['anfrage', 'enquiry'])
@Requires('public')
export class EnquiryPageController {
  constructor(
    private readonly enquiries: Enquiries,
    private readonly seals: FormSeal,
  ) {}

  /** `?region=` names a region, `?lang=en` the language; other parameters, such as those of campaigns, are ignored. */
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  show(@Query() query: Fields, @Req() request: Request, @Res({ passthrough: true }) response: Response): string {
    return formPage(frameOf(query, request, response), this.seals.seal());
  }

  /** Every fault at once, with everything that was typed; nothing is stored until all is right. */
  @Post()
  @HttpCode(200)
  @AcceptsForm()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async send(
    @Query() query: Fields,
    @Body() body: Fields | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const frame = frameOf(query, request, response);
    const typed = typedIn(body ?? {});
    const again = (status: number, faults: readonly FieldName[], notice?: string) => {
      response.status(status);
      return formPage(frame, this.seals.seal(), typed, faults, notice);
    };
    const input = plainToInstance(
      SubmitEnquiryDto,
      {
        ...typed,
        consentVersion: text(body?.['consentVersion']),
        subject: text(body?.['subject']),
        language: frame.language,
        region: frame.region,
      },
      { groups: [FORM] },
    );
    const faults = await faultsOf(input);
    if (faults.length) return again(STATUS_OF.invalid, faults);
    const wait = this.seals.wait(text(body?.['opened']) ?? '');
    if (wait === undefined) return again(STATUS_OF.invalid, [], TEXTS[frame.language].again);
    // Whoever is faster than a person waits as long as a person would have needed.
    if (wait > 0) await pause(wait);
    try {
      // A link with a region nobody knows still brings the enquiry in: the postal code tells the region.
      return receivedPage(frame, await this.enquiries.submit(input, request.ip ?? '', 'ignore'));
    } catch (error) {
      const notice = error instanceof DomainError || isRefusal(error) ? NOTICES[codeOf(error)] : undefined;
      if (!notice) throw error;
      return again(notice.status, [], TEXTS[frame.language][notice.text]);
    }
  }
}

const NOTICES: Readonly<Record<string, { status: number; text: 'tooMany' | 'nobodyThere' } | undefined>> = {
  'enquiry.tooMany': { status: STATUS_OF.tooMany, text: 'tooMany' },
  'enquiry.nobodyThere': { status: STATUS_OF.unavailable, text: 'nobodyThere' },
};

/** What the database refused carries the code as its message. */
const isRefusal = (error: unknown): error is Error => error instanceof Error;
const codeOf = (error: Error): string => (error instanceof DomainError ? error.code : error.message);

/** Faulty fields in the order of the form. */
async function faultsOf(input: SubmitEnquiryDto): Promise<FieldName[]> {
  const found = new Set<string>((await validate(input)).map(({ property }) => property));
  return FIELDS.filter((name) => found.has(name));
}

function frameOf(query: Fields, request: Request, response: Response): PageFrame {
  const asked = text(query['lang']);
  const language: Language = asked === 'de' || asked === 'en' ? asked : request.path.startsWith('/enquiry') ? 'en' : 'de';
  response.setHeader('Content-Language', language);
  const region = text(query['region']);
  return { language, nonce: nonceOf(response), region: region && /^[a-z0-9-]{1,60}$/.test(region) ? region : undefined };
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Only the fields of the form, and of several values for one only text. */
function typedIn(body: Fields): Typed {
  return Object.fromEntries(FIELDS.map((name) => [name, text(body[name])]).filter(([, value]) => value !== undefined)) as Typed;
}
