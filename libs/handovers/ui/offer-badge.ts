import { computed, effect, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { CurrentSession, LiveUpdates, NAVIGATION_BADGES, type NavigationBadge } from '@lotse/shared/ui';
import { tellHandoverNews } from './handover-news';
import { HandoversClient } from './handovers-client';

/** Open offers beside the entry of the navigation, for whoever may decide them. */
function offerBadge(): NavigationBadge {
  const session = inject(CurrentSession);
  const offers = inject(HandoversClient).list(() =>
    session.organisation() && session.may('handover.decide') ? { box: 'in', state: 'OFFERED', size: 1 } : undefined,
  );
  inject(LiveUpdates)
    .on('handover')
    .pipe(takeUntilDestroyed())
    .subscribe(() => offers.reload());
  tellHandoverNews();
  effect(() => {
    if (session.organisation()?.id) offers.reload();
  });
  return { link: '/uebergaben', count: computed(() => (offers.hasValue() ? offers.value().total : 0)), label: 'handover.waitingBadge' };
}

/** For the providers of the program. */
export const provideOfferBadge = () => ({ provide: NAVIGATION_BADGES, multi: true, useFactory: offerBadge });
