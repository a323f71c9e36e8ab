import { Body, Controller, Delete, Get, HttpCode, Post, Res } from '@nestjs/common';
import { CurrentActor, Requires, SessionCookie, WhileViewing } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { SessionDto, ViewAsDto, ViewingListDto } from '@lotse/identity/dto';
import type { Response } from 'express';
import { SessionService } from './session.service';
import { SignIn } from './sign-in.service';
import { ViewingsService } from './viewings.service';

@Controller('session')
export class ViewingController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: SessionService,
    private readonly viewings: ViewingsService,
    private readonly cookie: SessionCookie,
  ) {}

  /** Look at Lotse as a colleague sees it, for at most 30 minutes: to read only, without what is confidential. Recorded in the log. */
  @Post('view-as')
  @HttpCode(200)
  @Requires('people.viewAs')
  async start(@CurrentActor() actor: Actor, @Body() input: ViewAsDto, @Res({ passthrough: true }) response: Response): Promise<SessionDto> {
    const token = await this.signIn.viewAs(actor.token, input.userId, input.reason);
    this.cookie.set(response, token);
    return this.sessions.of(token);
  }

  /** Go back to the own view of Lotse. */
  @Delete('view-as')
  @Requires('signedIn')
  @WhileViewing()
  async end(@CurrentActor() actor: Actor, @Res({ passthrough: true }) response: Response): Promise<SessionDto> {
    const token = await this.signIn.endViewing(actor.token);
    this.cookie.set(response, token);
    return this.sessions.of(token);
  }

  /** Who looked at Lotse with one's own rights, and why. */
  @Get('viewings')
  @Requires('signedIn')
  list(@CurrentActor() actor: Actor): Promise<ViewingListDto> {
    return this.viewings.list(actor);
  }
}
