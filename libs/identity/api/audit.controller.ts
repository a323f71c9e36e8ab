import { Controller, Get, Query } from '@nestjs/common';
import { CurrentActor, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { AuditPageDto, AuditQueryDto } from '@lotse/identity/dto';
import { AuditService } from './audit.service';

@Controller('audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  /** What happened in the own organisation, newest first. */
  @Get()
  @Requires('audit.read')
  list(@CurrentActor() actor: Actor, @Query() query: AuditQueryDto): Promise<AuditPageDto> {
    return this.audit.list(actor, query);
  }
}
