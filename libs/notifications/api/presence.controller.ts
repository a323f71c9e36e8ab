import { Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { CurrentActor, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { PresenceDto } from '@lotse/notifications/dto';
import { Presence } from './presence.service';

@Controller('cases')
export class PresenceController {
  constructor(private readonly presence: Presence) {}

  /** Who of the own organisation has the case open right now; nobody where the organisation did not switch this on. */
  @Get(':id/presence')
  @Requires('notification.read')
  read(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<PresenceDto> {
    return this.presence.read(actor, id);
  }

  /** Have it open oneself for the next 45 seconds; changes nothing where this is off. Pages repeat it every 20 seconds. */
  @Put(':id/presence')
  @Requires('notification.read')
  beat(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<PresenceDto> {
    return this.presence.beat(actor, id);
  }

  /** The page was left. */
  @Delete(':id/presence')
  @HttpCode(204)
  @Requires('notification.read')
  leave(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<void> {
    return this.presence.leave(actor, id);
  }
}
