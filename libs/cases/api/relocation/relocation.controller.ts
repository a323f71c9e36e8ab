import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { RelocationDto, RelocationNoticePageDto, ReleaseRelocationDto } from '@lotse/cases/dto';
import { CurrentActor, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { PageQueryDto } from '@lotse/shared/dto';
import { RelocationNotices } from './relocation-notices.service';
import { RelocationService } from './relocation.service';

/** Moves of companies: what they count, and when the places of origin and destination are told. */
@Controller()
export class RelocationController {
  constructor(
    private readonly relocations: RelocationService,
    private readonly notices: RelocationNotices,
  ) {}

  /** What a case of the own organisation counts as a settlement, and for a move: from where to where, its release, and who was told. */
  @Get('cases/:id/relocation')
  @Requires('relocation.read')
  of(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<RelocationDto> {
    return this.relocations.of(actor, id);
  }

  /** Record that the company agreed, or where the move was published. Until then neither place is told or offered the case. */
  @Post('cases/:id/relocation-release')
  @Requires('relocation.release')
  release(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @Body() input: ReleaseRelocationDto): Promise<RelocationDto> {
    return this.relocations.release(actor, id, input);
  }

  /** Take the release back, as long as nobody was told because of it. */
  @Delete('cases/:id/relocation-release')
  @Requires('relocation.release')
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<RelocationDto> {
    return this.relocations.withdraw(actor, id);
  }

  /** Tell both places at the same moment: their liaisons read the name of the company, from where to where, and when. */
  @Post('cases/:id/relocation-notices')
  @HttpCode(200)
  @Requires('relocation.release')
  tell(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<RelocationDto> {
    return this.relocations.tell(actor, id);
  }

  /** Moves the own organisation was told, the latest first. */
  @Get('relocation-notices')
  @Requires('relocation.readNotices')
  list(@CurrentActor() actor: Actor, @Query() query: PageQueryDto): Promise<RelocationNoticePageDto> {
    return this.notices.list(actor, query);
  }
}
