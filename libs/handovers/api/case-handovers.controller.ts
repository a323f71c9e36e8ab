import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { HandoverDto, HandoverPageDto, HandoverPreviewDto, HandoverPreviewQueryDto, OfferHandoverDto } from '@lotse/handovers/dto';
import { HandoverOffers } from './handover-offers.service';
import { HandoverPreview } from './handover-preview.service';
import { HandoversService } from './handovers.service';

/** The handovers of one case. */
@Controller('cases/:id')
export class CaseHandoversController {
  constructor(
    private readonly handovers: HandoversService,
    private readonly offers: HandoverOffers,
    private readonly previews: HandoverPreview,
  ) {}

  /** Handovers of the case the own organisation is a side of. */
  @Get('handovers')
  @Requires('handover.read')
  list(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<HandoverPageDto> {
    return this.handovers.ofCase(actor, id);
  }

  /** What an offer would show to the receiver, part by part, and when it would be due. */
  @Get('handover-preview')
  @Requires('handover.offer')
  preview(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @Query() query: HandoverPreviewQueryDto,
  ): Promise<HandoverPreviewDto> {
    return this.previews.preview(actor, id, query);
  }

  /** Offer the case to another organisation. One open TRANSFER per case; due at the end of the second working day. */
  @Post('handovers')
  @Requires('handover.offer')
  offer(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @Body() input: OfferHandoverDto): Promise<HandoverDto> {
    return this.offers.offer(actor, id, input);
  }
}
