import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CreateJobEffectDto, JobEffectDto, JobEffectPageDto } from '@lotse/cases/dto';
import { CurrentActor, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { JobEffectsService } from './job-effects.service';

/** Jobs a case has to do with, in three classes that are never summed. */
@Controller()
export class JobEffectsController {
  constructor(private readonly effects: JobEffectsService) {}

  /** Entries and totals per class. */
  @Get('cases/:id/job-effects')
  @Requires('jobEffect.read')
  list(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<JobEffectPageDto> {
    return this.effects.list(actor, id);
  }

  /** Enter an effect with its source. */
  @Post('cases/:id/job-effects')
  @Requires('jobEffect.write')
  create(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @Body() input: CreateJobEffectDto): Promise<JobEffectDto> {
    return this.effects.create(actor, id, input);
  }

  /** Remove one; the timeline keeps that it was there. */
  @Delete('job-effects/:id')
  @HttpCode(204)
  @Requires('jobEffect.write')
  remove(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<void> {
    return this.effects.remove(actor, id);
  }
}
