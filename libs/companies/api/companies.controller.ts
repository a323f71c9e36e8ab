import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import {
  CompanyDto,
  CompanyListQueryDto,
  CompanyPageDto,
  ContactPersonDto,
  CreateCompanyDto,
  CreateContactPersonDto,
  CreateEstablishmentDto,
  DuplicatePageDto,
  DuplicateQueryDto,
  EstablishmentDto,
  ReleasedCompanyDto,
  SetCompanyTeamDto,
  UpdateCompanyDto,
} from '@lotse/companies/dto';
import { type Actor, CurrentActor, IfMatch, ParseId, Requires } from '@lotse/shared/api';
import { CompaniesService } from './companies.service';
import { CompanyList } from './company-list.service';
import { CompanyTeam } from './company-team.service';
import { ContactPersons } from './contact-persons.service';
import { Duplicates } from './duplicates.service';
import { Establishments } from './establishments.service';

@Controller('companies')
export class CompaniesController {
  constructor(
    private readonly companies: CompaniesService,
    private readonly lists: CompanyList,
    private readonly teams: CompanyTeam,
    private readonly duplicates: Duplicates,
    private readonly establishments: Establishments,
    private readonly contacts: ContactPersons,
  ) {}

  /** Search and list companies of the region that the own organisation may see. */
  @Get()
  @Requires('company.read')
  list(@CurrentActor() actor: Actor, @Query() query: CompanyListQueryDto): Promise<CompanyPageDto> {
    return this.lists.page(actor, query);
  }

  /** Companies that may be the one being entered, at most five, each with the reasons. */
  @Get('duplicates')
  @Requires('company.read')
  hints(@CurrentActor() actor: Actor, @Query() query: DuplicateQueryDto): Promise<DuplicatePageDto> {
    return this.duplicates.find(actor, query);
  }

  /** Enter a company with its establishments and contact persons; all or nothing. */
  @Post()
  @Requires('company.write')
  create(@CurrentActor() actor: Actor, @Body() input: CreateCompanyDto): Promise<CompanyDto> {
    return this.companies.create(actor, input);
  }

  /** One company with its establishments and the contact persons of the own organisation. */
  @Get(':id')
  @Requires('company.read')
  one(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<CompanyDto> {
    return this.companies.one(actor, id);
  }

  /** Change master data; only the keeping organisation, or one that owns a case of the company. */
  @Patch(':id')
  @Requires('company.write')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: UpdateCompanyDto,
  ): Promise<CompanyDto> {
    return this.companies.update(actor, id, version, input);
  }

  /** Make a confidential company known to the region. There is no way back. */
  @Post(':id/release')
  @HttpCode(200)
  @Requires('company.write')
  release(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @IfMatch() version: number): Promise<ReleasedCompanyDto> {
    return this.companies.release(actor, id, version);
  }

  /** Say who reads a confidential company; only its team may. Whoever is left out reads nothing of it from then on. */
  @Put(':id/team')
  @Requires('company.write')
  setTeam(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: SetCompanyTeamDto,
  ): Promise<CompanyDto> {
    return this.teams.set(actor, id, version, input);
  }

  /** Add an establishment; the municipality follows from the address, or is chosen with a reason. */
  @Post(':id/establishments')
  @Requires('company.write')
  addEstablishment(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @Body() input: CreateEstablishmentDto,
  ): Promise<EstablishmentDto> {
    return this.establishments.add(actor, id, input);
  }

  /** Add an own contact person; other organisations do not see it. */
  @Post(':id/contacts')
  @Requires('company.write')
  addContact(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @Body() input: CreateContactPersonDto,
  ): Promise<ContactPersonDto> {
    return this.contacts.add(actor, id, input);
  }
}
