import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { OutgoingMailPageDto, OutgoingMailQueryDto } from '@lotse/shared/dto';
import { CurrentActor, type Actor } from '../access/actor';
import { Requires } from '../access/requires';
import { ParseId } from '../http/parse-id.pipe';
import { OutgoingMailService } from './outgoing-mail.service';

@Controller('outgoing-mail')
export class OutgoingMailController {
  constructor(private readonly mails: OutgoingMailService) {}

  /** The outbox of the own organisation. Outside demo mode mails about cases show the recipient's domain and their state only. */
  @Get()
  @Requires('outgoingMail.read')
  list(@CurrentActor() actor: Actor, @Query() query: OutgoingMailQueryDto): Promise<OutgoingMailPageDto> {
    return this.mails.list(actor, query);
  }

  /** Send a mail again that was given up or held back. */
  @Post(':id/retry')
  @HttpCode(204)
  @Requires('outgoingMail.retry')
  retry(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<void> {
    return this.mails.retry(actor, id);
  }
}
