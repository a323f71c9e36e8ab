import { Controller, Get } from '@nestjs/common';
import { DomainError, Requires } from '@lotse/shared/api';
import { HealthDto } from './health.dto';
import { Readiness } from './readiness';

@Controller('api/health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The program runs. */
  @Get('live')
  @Requires('public')
  live(): HealthDto {
    return { status: 'ok' };
  }

  /** The program can answer requests; 503 while the database is away or the program is ending. */
  @Get('ready')
  @Requires('public')
  async ready(): Promise<HealthDto> {
    if (!(await this.readiness.isReady())) throw new DomainError('unavailable', 'unavailable');
    return { status: 'ok' };
  }
}
