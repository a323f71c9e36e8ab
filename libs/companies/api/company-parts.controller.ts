import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ContactPersonDto,
  CreateInteractionDto,
  EstablishmentDto,
  IndustryPageDto,
  IndustryQueryDto,
  InteractionListQueryDto,
  InteractionPageDto,
  LoggedInteractionDto,
  MunicipalityQueryDto,
  MunicipalitySuggestionsDto,
  OpenCasePageDto,
  UpdateContactPersonDto,
  UpdateEstablishmentDto,
} from '@lotse/companies/dto';
import { type Actor, CurrentActor, IfMatch, ParseId, Requires } from '@lotse/shared/api';
import { ContactPersons } from './contact-persons.service';
import { Establishments } from './establishments.service';
import { Industries } from './industries';
import { Interactions } from './interactions.service';
import { Municipalities } from './municipalities.service';

@Controller('companies/:id')
export class InteractionsController {
  constructor(private readonly interactions: Interactions) {}

  /** Contacts with the company: own ones, and those of cases whose notes the reader may see. Latest first. */
  @Get('interactions')
  @Requires('interaction.read')
  list(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @Query() query: InteractionListQueryDto,
  ): Promise<InteractionPageDto> {
    return this.interactions.list(actor, id, query);
  }

  /** Log a contact. With a case, it appears in the case's timeline. */
  @Post('interactions')
  @Requires('interaction.write')
  log(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @Body() input: CreateInteractionDto): Promise<LoggedInteractionDto> {
    return this.interactions.log(actor, id, input);
  }

  /** Running cases of the company that the reader may open. */
  @Get('open-cases')
  @Requires('company.read')
  openCases(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<OpenCasePageDto> {
    return this.interactions.openCases(actor, id);
  }
}

@Controller()
export class CompanyPartsController {
  constructor(
    private readonly establishments: Establishments,
    private readonly contacts: ContactPersons,
    private readonly industries: Industries,
    private readonly municipalities: Municipalities,
  ) {}

  /** Change an establishment; a new address means a new municipality. */
  @Patch('establishments/:id')
  @Requires('company.write')
  updateEstablishment(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: UpdateEstablishmentDto,
  ): Promise<EstablishmentDto> {
    return this.establishments.update(actor, id, version, input);
  }

  /** Change a contact person of the own organisation. */
  @Patch('contacts/:id')
  @Requires('company.write')
  updateContact(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: UpdateContactPersonDto,
  ): Promise<ContactPersonDto> {
    return this.contacts.update(actor, id, version, input);
  }

  /** Economic activities by words or code. */
  @Get('industries')
  @Requires('company.read')
  searchIndustries(@Query() query: IndustryQueryDto): IndustryPageDto {
    return this.industries.search(query);
  }

  /** What a postal code says about the municipality of an address. */
  @Get('municipality-suggestions')
  @Requires('municipality.read')
  suggestMunicipality(@CurrentActor() actor: Actor, @Query() query: MunicipalityQueryDto): Promise<MunicipalitySuggestionsDto> {
    return this.municipalities.suggest(actor, query);
  }
}
