import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { contentDisposition, CurrentActor, DomainError, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import {
  AnswerDistributionDto,
  DecideDistributionDto,
  DistributionDto,
  DistributionListQueryDto,
  DistributionPageDto,
  MatchQueryDto,
  OffersPdfQueryDto,
  SiteMatchListDto,
  WithdrawDistributionDto,
} from '@lotse/distributions/dto';
import { DistributionActions } from './distribution-actions.service';
import { DistributionsService } from './distributions.service';
import { offersPdf } from './offers-pdf';
import { SiteProfiles } from './site-profiles.service';

/** Enquiries for sites ("Flächenabfragen"), for the lead and for those who were asked. No If-Match: state and lock decide. */
@Controller('distributions')
export class DistributionsController {
  constructor(
    private readonly distributions: DistributionsService,
    private readonly actions: DistributionActions,
    private readonly profiles: SiteProfiles,
  ) {}

  /** Enquiries of the own organisation, running ones first, the nearest due date on top. */
  @Get()
  @Requires('distribution.read')
  list(@CurrentActor() actor: Actor, @Query() query: DistributionListQueryDto): Promise<DistributionPageDto> {
    return this.distributions.list(actor, query);
  }

  /** Whom of the region one can ask, and whether they may have what is needed, with reasons. A suggestion: a person decides. */
  @Get('matches')
  @Requires('distribution.send')
  matches(@CurrentActor() actor: Actor, @Query() query: MatchQueryDto): Promise<SiteMatchListDto> {
    return this.profiles.matches(actor, query);
  }

  /** One enquiry, as the own organisation sees it: of the others who were asked, only the lead learns. */
  @Get(':id')
  @Requires('distribution.read')
  one(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<DistributionDto> {
    return this.distributions.one(actor, id);
  }

  /** All offers in one accessible PDF for the company, in the order of the alphabet; for the lead, once nothing is sealed. */
  @Get(':id/offers.pdf')
  @Requires('distribution.decide')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pdf(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @Query() { language = 'de' }: OffersPdfQueryDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const one = await this.distributions.one(actor, id);
    if (!one.isLead) throw new DomainError('forbidden', 'distribution.notLead');
    if (!one.answers) throw new DomainError('conflict', 'distribution.sealed', { dueAt: one.dueAt });
    response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'");
    const name = language === 'de' ? 'Angebote.pdf' : 'Offers.pdf';
    return new StreamableFile(await offersPdf(one, language), {
      type: 'application/pdf',
      disposition: contentDisposition('attachment', name),
    });
  }

  /** Notes that the organisation asked has opened the enquiry: once, who and when. Nothing more happens to the lead or later on. */
  @Post(':id/opened')
  @HttpCode(200)
  @Requires('distribution.read')
  opened(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<DistributionDto> {
    return this.actions.opened(actor, id);
  }

  /** Answer, or replace the own answer, until the enquiry is due. */
  @Post(':id/answer')
  @HttpCode(200)
  @Requires('distribution.answer')
  answer(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @Body() input: AnswerDistributionDto): Promise<DistributionDto> {
    return this.actions.answer(actor, id, input);
  }

  /** End the enquiry with a choice or without one: once it is due, or all have answered and nothing is sealed. Each learns its own outcome. */
  @Post(':id/decision')
  @HttpCode(200)
  @Requires('distribution.decide')
  decide(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @Body() input: DecideDistributionDto): Promise<DistributionDto> {
    return this.actions.decide(actor, id, input);
  }

  /** Take a running enquiry back. Answers under seal stay sealed. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Requires('distribution.decide')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @Body() input: WithdrawDistributionDto,
  ): Promise<DistributionDto> {
    return this.actions.withdraw(actor, id, input);
  }
}
