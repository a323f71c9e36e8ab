import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { Requires } from '@lotse/shared/api';
import { AcceptInvitationDto, DemoAccountsDto, InvitationOfferDto } from '@lotse/identity/dto';
import type { Request } from 'express';
import { DemoAccounts } from './demo-accounts.service';
import { InvitationsService } from './invitations.service';

/** What can be reached without signing in. */
@Controller()
export class PublicIdentityController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly demo: DemoAccounts,
  ) {}

  /** What a one-time link offers; reading it changes nothing. */
  @Get('invitations/:token')
  @Requires('public')
  offer(@Param('token') token: string): Promise<InvitationOfferDto> {
    return this.invitations.offer(token);
  }

  /** Accept an invitation; the link is used up. */
  @Post('invitations/:token/accept')
  @HttpCode(204)
  @Requires('public')
  accept(@Param('token') token: string, @Body() input: AcceptInvitationDto, @Req() request: Request): Promise<void> {
    return this.invitations.accept(token, input, request.ip ?? '');
  }

  /** Accounts of the demonstration; 404 outside demo mode. */
  @Get('demo-accounts')
  @Requires('public')
  demoAccounts(): Promise<DemoAccountsDto> {
    return this.demo.list();
  }
}
