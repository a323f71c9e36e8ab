import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentActor, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { AgreementDto, AgreementPageDto, RecordAgreementDto, WithdrawAgreementDto } from '@lotse/handovers/dto';
import { Agreements } from './agreements.service';

/** On what the sharing of a case rests. */
@Controller()
export class AgreementsController {
  constructor(private readonly agreements: Agreements) {}

  /** Agreements of the company and consents of its people, the newest first; for the owner of the case. */
  @Get('cases/:id/agreements')
  @Requires('case.read')
  list(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<AgreementPageDto> {
    return this.agreements.list(actor, id);
  }

  /** Record who agreed, when, how, and to what. */
  @Post('cases/:id/agreements')
  @Requires('case.write')
  record(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @Body() input: RecordAgreementDto): Promise<AgreementDto> {
    return this.agreements.record(actor, id, input);
  }

  /** Record that it was withdrawn: running shares that rest on it end, open offers shrink to their stub, at once. */
  @Post('agreements/:id/withdraw')
  @HttpCode(200)
  @Requires('case.write')
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @Body() input: WithdrawAgreementDto): Promise<AgreementDto> {
    return this.agreements.withdraw(actor, id, input);
  }
}
