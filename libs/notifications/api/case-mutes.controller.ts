import { Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { CurrentActor, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { CaseMuteDto } from '@lotse/notifications/dto';
import { CaseMutes } from './case-mutes.service';

@Controller('cases')
export class CaseMutesController {
  constructor(private readonly mutes: CaseMutes) {}

  /** Whether the person hears of this case only when named or asked to decide. */
  @Get(':id/mute')
  @Requires('notification.read')
  read(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<CaseMuteDto> {
    return this.mutes.read(actor, id);
  }

  /** Mute the case for oneself; being named in it and an offer to decide still come. */
  @Put(':id/mute')
  @HttpCode(204)
  @Requires('notification.read')
  mute(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<void> {
    return this.mutes.set(actor, id, true);
  }

  /** Hear of the case again. */
  @Delete(':id/mute')
  @HttpCode(204)
  @Requires('notification.read')
  unmute(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<void> {
    return this.mutes.set(actor, id, false);
  }
}
