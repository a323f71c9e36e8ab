import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../access/actor';
import type { Actor } from '../access/actor';
import { Requires, WhileViewing } from '../access/requires';
import { LiveStreams } from './live.streams';

@Controller('live')
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  /**
   * What changes while a page is open, as server-sent events with `{topic, id}`; only rows the reader may see. 204, which tells a browser not
   * to ask again, for who looks at somebody else's view.
   */
  @Get()
  @Requires('signedIn')
  @WhileViewing()
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  open(@CurrentActor() actor: Actor, @Res() response: Response): void {
    if (actor.viewer) response.status(204).end();
    else this.streams.open(actor, response);
  }
}
