import { Module } from '@nestjs/common';
import { CompaniesController } from './companies.controller';
import { CompaniesService } from './companies.service';
import { CompanyList } from './company-list.service';
import { CompanyPartsController, InteractionsController } from './company-parts.controller';
import { CompanyReader } from './company-reader';
import { CompanyTeam } from './company-team.service';
import { ContactPersons } from './contact-persons.service';
import { Duplicates } from './duplicates.service';
import { Establishments } from './establishments.service';
import { Industries } from './industries';
import { Interactions } from './interactions.service';
import { Municipalities } from './municipalities.service';

/** Companies, their places and people, and the contacts with them. */
@Module({
  controllers: [CompaniesController, InteractionsController, CompanyPartsController],
  providers: [
    CompaniesService,
    CompanyList,
    CompanyReader,
    CompanyTeam,
    ContactPersons,
    Duplicates,
    Establishments,
    Industries,
    Interactions,
    Municipalities,
  ],
})
export class CompaniesModule {}
