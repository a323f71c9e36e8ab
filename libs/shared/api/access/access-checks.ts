import { Injectable } from '@nestjs/common';

/**
 * Whether the API's own checks of permission and row are on. Always, except where a test proves that the policies
 * of the database hold alone: no setting, environment or route can switch it, only code that has this object.
 * The row conditions of a domain ask it (`checks.enabled ? condition : 'true'`).
 */
@Injectable()
export class AccessChecks {
  enabled = true;
}
