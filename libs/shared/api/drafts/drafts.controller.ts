import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { DraftDto, DraftListDto, KeepDraftDto } from '@lotse/shared/dto';
import { CurrentActor, type Actor } from '../access/actor';
import { Requires } from '../access/requires';
import { Drafts } from './drafts.service';

/** What the signed-in person typed and did not send, in the organisation they act for. Nobody else reads it. */
@Controller('drafts')
export class DraftsController {
  constructor(private readonly drafts: Drafts) {}

  /** All drafts, the latest first; also those whose record the person no longer reads. */
  @Get()
  @Requires('signedIn')
  list(@CurrentActor() actor: Actor): Promise<DraftListDto> {
    return this.drafts.list(actor);
  }

  /** One draft; without content where there is none. */
  @Get(':key')
  @Requires('signedIn')
  read(@CurrentActor() actor: Actor, @Param('key') key: string): Promise<DraftDto> {
    return this.drafts.read(actor, key);
  }

  /** Keep what is typed; replaces what was kept before. Goes by itself ninety days after the last change. */
  @Put(':key')
  @Requires('signedIn')
  keep(@CurrentActor() actor: Actor, @Param('key') key: string, @Body() input: KeepDraftDto): Promise<DraftDto> {
    return this.drafts.keep(actor, key, input.content);
  }

  /** Throw a draft away, or have it gone because it was sent. */
  @Delete(':key')
  @HttpCode(204)
  @Requires('signedIn')
  drop(@CurrentActor() actor: Actor, @Param('key') key: string): Promise<void> {
    return this.drafts.drop(actor, key);
  }
}
