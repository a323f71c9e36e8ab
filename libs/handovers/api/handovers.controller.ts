import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import {
  AskHandoverDto,
  DecideHandoverDto,
  HandoverDto,
  HandoverListQueryDto,
  HandoverPageDto,
  RefuseHandoverDto,
} from '@lotse/handovers/dto';
import { HandoverDecisions } from './handover-decisions.service';
import { HandoverOffers } from './handover-offers.service';
import { HandoversService } from './handovers.service';

/** Inbox, outbox, and what can be done with an offer. No If-Match: state and lock decide. */
@Controller('handovers')
export class HandoversController {
  constructor(
    private readonly handovers: HandoversService,
    private readonly decisions: HandoverDecisions,
    private readonly offers: HandoverOffers,
  ) {}

  /** Handovers of the own organisation, open ones first, the nearest due date on top. */
  @Get()
  @Requires('handover.read')
  list(@CurrentActor() actor: Actor, @Query() query: HandoverListQueryDto): Promise<HandoverPageDto> {
    return this.handovers.list(actor, query);
  }

  /** One handover, as the own organisation sees it. */
  @Get(':id')
  @Requires('handover.read')
  one(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<HandoverDto> {
    return this.handovers.one(actor, id);
  }

  /** Accept: a TRANSFER changes the owner now, CONSULT and CO_WORK begin. 409 `handover.decided` says who was faster. */
  @Post(':id/accept')
  @HttpCode(200)
  @Requires('handover.decide')
  accept(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @Body() input: DecideHandoverDto): Promise<HandoverDto> {
    return this.decisions.accept(actor, id, input);
  }

  /** Decline, with a reason code and words. The receiver keeps only the line in its history. */
  @Post(':id/decline')
  @HttpCode(200)
  @Requires('handover.decide')
  decline(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @Body() input: RefuseHandoverDto): Promise<HandoverDto> {
    return this.decisions.decline(actor, id, input);
  }

  /** Take an open offer back. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Requires('handover.withdraw')
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @Body() input: DecideHandoverDto): Promise<HandoverDto> {
    return this.decisions.withdraw(actor, id, input);
  }

  /** Offer a case that was taken over back to its former owner. Answers the new offer. */
  @Post(':id/return')
  @Requires('handover.offer')
  giveBack(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @Body() input: RefuseHandoverDto): Promise<HandoverDto> {
    return this.offers.giveBack(actor, id, input);
  }

  /** End a running CONSULT or CO_WORK, from either side. */
  @Post(':id/end')
  @HttpCode(200)
  @Requires('handover.end')
  end(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @Body() input: DecideHandoverDto): Promise<HandoverDto> {
    return this.decisions.end(actor, id, input);
  }

  /** Ask the other side something, or answer it. */
  @Post(':id/messages')
  @Requires('handover.decide')
  ask(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @Body() input: AskHandoverDto): Promise<HandoverDto> {
    return this.decisions.ask(actor, id, input);
  }
}
