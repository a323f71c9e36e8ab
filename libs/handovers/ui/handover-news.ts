import { inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { TranslocoService } from '@jsverse/transloco';
import { catchError, EMPTY, mergeMap } from 'rxjs';
import type { HandoverDto } from '@lotse/handovers/contract';
import { CurrentSession, LiveUpdates, Toasts, type Tone } from '@lotse/shared/ui';
import { HandoversClient } from './handovers-client';

/** Older than this it is no news: something else of the handover has changed. */
const FRESH_MS = 5 * 60_000;
const TONES: Record<string, Tone> = { ACCEPTED: 'success', DECLINED: 'warning', EXPIRED: 'warning' };

/** What the other side has just done, if it is worth a message on whatever page the person is. */
export function newsOf(
  { side, state, decidedAt, offeredAt, messages }: HandoverDto,
  now: number,
): 'OFFERED' | 'ACCEPTED' | 'DECLINED' | 'EXPIRED' | undefined {
  const isFresh = (at: string | null) => at !== null && Math.abs(now - Date.parse(at)) < FRESH_MS;
  if (side === 'TO') return state === 'OFFERED' && messages.length === 0 && isFresh(offeredAt) ? state : undefined;
  return (state === 'ACCEPTED' || state === 'DECLINED' || state === 'EXPIRED') && isFresh(decidedAt) ? state : undefined;
}

/** A receipt: says once, on any page, that an offer has come in or that the own one was decided. Call it where a service is made. */
export function tellHandoverNews(): void {
  const client = inject(HandoversClient);
  const session = inject(CurrentSession);
  const toasts = inject(Toasts);
  const transloco = inject(TranslocoService);
  const told = new Set<string>();
  inject(LiveUpdates)
    .on('handover')
    .pipe(
      mergeMap(({ id }) => (session.may('handover.decide') ? client.read(id).pipe(catchError(() => EMPTY)) : EMPTY)),
      takeUntilDestroyed(),
    )
    .subscribe((handover) => {
      const news = newsOf(handover, Date.now());
      const key = `${handover.id} ${news}`;
      if (!news || told.has(key)) return;
      told.add(key);
      const { fileNumber, fromOrganisationName, toOrganisationName, side } = handover;
      const organisation = side === 'TO' ? fromOrganisationName : toOrganisationName;
      toasts.show(transloco.translate(`handover.news.${news}`, { organisation, fileNumber }), { tone: TONES[news] ?? 'info' });
    });
}
