import { ApiProperty } from '@nestjs/swagger';

/** Answer of the health routes. */
export class HealthDto {
  /** Always `ok`; anything else is a problem with status 503. */
  status!: 'ok';
}

/** Whether requests should be sent here. */
export class ReadyDto extends HealthDto {
  /** `away` while files can be neither kept nor opened; everything else goes on. */
  @ApiProperty({ enum: ['ok', 'away'] })
  storage!: 'ok' | 'away';
}
