import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../access/actor';
import type { Actor } from '../access/actor';
import { Requires } from '../access/requires';
import { LiveStreams } from './live.streams';

@Controller('live')
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  /** What changes while a page is open, as server-sent events with `{topic, id}`; only rows the reader may see. */
  @Get()
  @Requires('signedIn')
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  open(@CurrentActor() actor: Actor, @Res() response: Response): void {
    this.streams.open(actor, response);
  }
}
