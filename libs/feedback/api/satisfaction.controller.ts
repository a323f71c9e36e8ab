import { Controller, Get, Query } from '@nestjs/common';
import { SatisfactionDto, SatisfactionQueryDto } from '@lotse/feedback/dto';
import { type Actor, CurrentActor, Requires } from '@lotse/shared/api';
import { SatisfactionService } from './satisfaction.service';

@Controller('satisfaction')
export class SatisfactionController {
  constructor(private readonly satisfaction: SatisfactionService) {}

  /** Satisfaction of an organisation, or of the region, against "gut"; no figure below five answers. */
  @Get()
  @Requires('satisfaction.read')
  read(@CurrentActor() actor: Actor, @Query() query: SatisfactionQueryDto): Promise<SatisfactionDto> {
    return this.satisfaction.read(actor, query);
  }
}
