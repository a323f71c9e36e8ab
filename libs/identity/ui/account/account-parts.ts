import { InjectionToken, type Type } from '@angular/core';

/** Parts other domains put into the page of the own account, in their order. */
export const ACCOUNT_PARTS = new InjectionToken<readonly Type<unknown>[]>('parts of the own account');
