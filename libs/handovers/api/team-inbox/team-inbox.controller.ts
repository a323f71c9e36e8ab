import { Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import { CurrentActor, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { HandoverDto } from '@lotse/handovers/dto';
import { TeamInbox } from './team-inbox.service';

@Controller('handovers')
export class TeamInboxController {
  constructor(private readonly inbox: TeamInbox) {}

  /** Look after an open offer; colleagues see who does. Handed on to the deputy while the person is away. */
  @Put(':id/claim')
  @Requires('handover.decide')
  claim(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<HandoverDto> {
    return this.inbox.claim(actor, id);
  }

  /** Leave it to the others again. */
  @Delete(':id/claim')
  @HttpCode(200)
  @Requires('handover.decide')
  release(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<HandoverDto> {
    return this.inbox.release(actor, id);
  }
}
