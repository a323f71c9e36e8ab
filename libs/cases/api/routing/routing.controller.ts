import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ChangeRoutingRuleDto,
  CreateRoutingRuleDto,
  RoutingRuleDto,
  RoutingRulesDto,
  RoutingSuggestionQueryDto,
  RoutingSuggestionsDto,
} from '@lotse/cases/dto';
import { CurrentActor, IfMatch, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { RoutingRules } from './routing-rules.service';
import { RoutingService } from './routing.service';

/** Who is responsible for what: rules that suggest and say why. */
@Controller()
export class RoutingController {
  constructor(
    private readonly routing: RoutingService,
    private readonly rules: RoutingRules,
  ) {}

  /** Who is probably responsible for a matter, and why. Where the place is uncertain, every possible municipality is named. */
  @Get('routing/suggestion')
  @Requires('routing.read')
  suggest(@CurrentActor() actor: Actor, @Query() query: RoutingSuggestionQueryDto): Promise<RoutingSuggestionsDto> {
    return this.routing.suggest(actor, query);
  }

  /** The same for a case, by its type and the place it is about. */
  @Get('cases/:id/routing-suggestion')
  @Requires('case.read')
  suggestForCase(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<RoutingSuggestionsDto> {
    return this.routing.forCase(actor, id);
  }

  /** The rules of the region in their order, also those out of force. */
  @Get('routing/rules')
  @Requires('routing.read')
  list(@CurrentActor() actor: Actor): Promise<RoutingRulesDto> {
    return this.rules.list(actor);
  }

  /** Add a rule; only administrators of the region's intake organisation. */
  @Post('routing/rules')
  @Requires('routing.manage')
  create(@CurrentActor() actor: Actor, @Body() input: CreateRoutingRuleDto): Promise<RoutingRuleDto> {
    return this.rules.create(actor, input);
  }

  /** Change a rule, put it out of force or move it; only administrators of the region's intake organisation. */
  @Patch('routing/rules/:id')
  @Requires('routing.manage')
  change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: ChangeRoutingRuleDto,
  ): Promise<RoutingRuleDto> {
    return this.rules.change(actor, id, version, input);
  }
}
