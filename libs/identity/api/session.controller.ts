import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { CurrentActor, Requires, SessionCookie, WhileViewing } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { ActForDto, ChangeLanguageDto, ChangePasswordDto, SessionDto, SignInDto } from '@lotse/identity/dto';
import type { Request, Response } from 'express';
import { PasswordChange } from './password-change.service';
import { SessionService } from './session.service';
import { SignIn } from './sign-in.service';

@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: SessionService,
    private readonly passwords: PasswordChange,
    private readonly cookie: SessionCookie,
  ) {}

  /** Sign in; the session lives in an httpOnly cookie. */
  @Post()
  @HttpCode(200)
  @Requires('public')
  async open(@Body() input: SignInDto, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<SessionDto> {
    const token = await this.signIn.open(request, response, input.email);
    this.cookie.set(response, token);
    return this.sessions.of(token);
  }

  /** Who is signed in, and what that allows. */
  @Get()
  @Requires('signedIn')
  @WhileViewing()
  current(@CurrentActor() actor: Actor): Promise<SessionDto> {
    return this.sessions.current(actor);
  }

  /** Sign out. */
  @Delete()
  @HttpCode(204)
  @Requires('signedIn')
  @WhileViewing()
  async close(@CurrentActor() actor: Actor, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.signIn.close(actor.token);
    this.cookie.clear(response);
  }

  /** Act for another of the own organisations. */
  @Put('organisation')
  @Requires('signedIn')
  async actFor(
    @CurrentActor() actor: Actor,
    @Body() input: ActForDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto> {
    const token = await this.signIn.actFor(actor.token, input.organisationId);
    this.cookie.set(response, token);
    return this.sessions.of(token);
  }

  /** Change the own password; every other session of the person ends. */
  @Put('password')
  @HttpCode(204)
  @Requires('signedIn')
  changePassword(@CurrentActor() actor: Actor, @Body() input: ChangePasswordDto, @Req() request: Request): Promise<void> {
    return this.passwords.change(actor, input, request.ip ?? '');
  }

  /** Choose the language of the interface and of mails. */
  @Put('language')
  @Requires('signedIn')
  speak(@CurrentActor() actor: Actor, @Body() input: ChangeLanguageDto): Promise<SessionDto> {
    return this.sessions.speak(actor, input.language);
  }
}
