import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ChecklistTemplateDto, ChecklistTemplatePageDto, SaveChecklistTemplateDto } from '@lotse/cases/dto';
import { CurrentActor, IfMatch, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { ChecklistTemplates } from './templates.service';

/** Templates of checklists, by type of case. */
@Controller('checklist-templates')
export class ChecklistTemplatesController {
  constructor(private readonly templates: ChecklistTemplates) {}

  /** Those of the region and of the own organisation. */
  @Get()
  @Requires('checklist.keepTemplates')
  list(@CurrentActor() actor: Actor): Promise<ChecklistTemplatePageDto> {
    return this.templates.list(actor);
  }

  /** Enter one for the own organisation. */
  @Post()
  @Requires('checklist.keepTemplates')
  add(@CurrentActor() actor: Actor, @Body() input: SaveChecklistTemplateDto): Promise<ChecklistTemplateDto> {
    return this.templates.add(actor, input);
  }

  /** Change one of the own organisation; lists that were made from it stay as they are. */
  @Patch(':id')
  @Requires('checklist.keepTemplates')
  change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: SaveChecklistTemplateDto,
  ): Promise<ChecklistTemplateDto> {
    return this.templates.change(actor, id, version, input);
  }

  /** Remove one of the own organisation. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('checklist.keepTemplates')
  remove(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @IfMatch() version: number): Promise<void> {
    return this.templates.remove(actor, id, version);
  }
}
