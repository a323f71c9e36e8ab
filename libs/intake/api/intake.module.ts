import { Module } from '@nestjs/common';
import { CaseEnquiry } from './case-enquiry.service';
import { EnquiriesController } from './enquiries.controller';
import { Enquiries } from './enquiries.service';
import { EnquiryMail } from './enquiry-mail';
import { EnquiryPageController } from './enquiry-page/enquiry-page.controller';
import { FormSeal } from './form-seal';

/** Enquiries of companies by the public form. */
@Module({
  controllers: [EnquiriesController, EnquiryPageController],
  providers: [CaseEnquiry, Enquiries, EnquiryMail, FormSeal],
})
export class IntakeModule {}
