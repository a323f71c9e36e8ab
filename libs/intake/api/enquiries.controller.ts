import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { EnquiryDto, EnquiryReceivedDto, SubmitEnquiryDto } from '@lotse/intake/dto';
import { AcceptsForm, type Actor, CurrentActor, ParseId, Requires } from '@lotse/shared/api';
import type { Request } from 'express';
import { CaseEnquiry } from './case-enquiry.service';
import { Enquiries } from './enquiries.service';

/** Enquiries of companies that nobody has signed in for. */
@Controller()
export class EnquiriesController {
  constructor(
    private readonly enquiries: Enquiries,
    private readonly ofCases: CaseEnquiry,
  ) {}

  /**
   * Send an enquiry, as JSON or as a form. It becomes a case of the organisation the region's rules suggest, or of its intake organisation
   * where the place is uncertain; the company gets a receipt by mail. Whether the company was known is not told.
   */
  @Post('enquiries')
  @Requires('public')
  @AcceptsForm()
  submit(@Body() input: SubmitEnquiryDto, @Req() request: Request): Promise<EnquiryReceivedDto> {
    return this.enquiries.submit(input, request.ip ?? '');
  }

  /** What the company sent, where a case began with an enquiry; for those who read its contacts and notes. */
  @Get('cases/:id/enquiry')
  @Requires('case.read')
  ofCase(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<EnquiryDto> {
    return this.ofCases.of(actor, id);
  }
}
