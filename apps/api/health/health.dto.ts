/** Answer of the health routes. */
export class HealthDto {
  /** Always `ok`; anything else is a problem with status 503. */
  status!: 'ok';
}
