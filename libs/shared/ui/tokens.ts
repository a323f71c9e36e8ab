import { InjectionToken, type Signal, type Type } from '@angular/core';

/** The dialog behind Ctrl+Shift+L. The companies domain provides it; loaded when first opened. */
export const QUICK_LOG = new InjectionToken<() => Promise<Type<unknown>>>('quick log dialog');

/** A figure beside an entry of the navigation, e.g. offers waiting for a decision. */
export interface NavigationBadge {
  /** The entry's path, e.g. `/uebergaben`. */
  link: string;
  /** `0` shows nothing. */
  count: Signal<number>;
  /** Translation key for screen readers; below it `one` and `many` with `{{n}}`, e.g. `handover.waitingBadge`. */
  label: string;
}

/** Provided by domains with `multi: true`. */
export const NAVIGATION_BADGES = new InjectionToken<NavigationBadge[]>('navigation badges');
