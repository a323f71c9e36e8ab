import { Body, Controller, Get, Put } from '@nestjs/common';
import { CurrentActor, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { DigestDto, SetDigestDto } from '@lotse/notifications/dto';
import { Digests } from './digests.service';

@Controller('notification-digest')
export class DigestsController {
  constructor(private readonly digests: Digests) {}

  /** When the person is mailed what is new, for the organisation they act for. */
  @Get()
  @Requires('notification.read')
  read(@CurrentActor() actor: Actor): Promise<DigestDto> {
    return this.digests.read(actor);
  }

  /** Choose a time, or none. A time that has passed today begins to count on the next working day. */
  @Put()
  @Requires('notification.read')
  set(@CurrentActor() actor: Actor, @Body() input: SetDigestDto): Promise<DigestDto> {
    return this.digests.set(actor, input.at);
  }
}
