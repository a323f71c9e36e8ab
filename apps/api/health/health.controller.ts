import { Controller, Get } from '@nestjs/common';
import { DomainError, Requires } from '@lotse/shared/api';
import { HealthDto, ReadyDto } from './health.dto';
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

  /** The program can answer requests; 503 while the database is away or the program is ending. Says whether files are at hand. */
  @Get('ready')
  @Requires('public')
  async ready(): Promise<ReadyDto> {
    const [isReady, hasStorage] = await Promise.all([this.readiness.isReady(), this.readiness.hasStorage()]);
    if (!isReady) throw new DomainError('unavailable', 'unavailable');
    return { status: 'ok', storage: hasStorage ? 'ok' : 'away' };
  }
}
