import { HttpClient, httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { DigestDto } from '@lotse/notifications/contract';
import { CurrentSession, Field, Input, keepLast, ProblemText, Toasts } from '@lotse/shared/ui';

const URL = '/api/v1/notification-digest';
const TIMES = ['06:30', '07:00', '07:30', '08:00', '09:00', '12:00', '16:00'];

/** Part of the own account: whether and when a mail tells what is new. */
@Component({
  selector: 'lotse-digest-setting',
  imports: [Field, Input, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (digest(); as digest) {
      <section class="lotse-panel lotse-stack" *transloco="let t; prefix: 'notification.digest'">
        <h2>{{ t('title') }}</h2>
        <p class="lotse-quiet">{{ t('text') }}</p>
        <lotse-field [label]="t('at')">
          <select lotseInput [value]="digest.at ?? ''" (change)="set($event)">
            <option value="">{{ t('off') }}</option>
            @for (time of times(); track time) {
              <option [value]="time" [selected]="time === digest.at">{{ t('time', { time }) }}</option>
            }
          </select>
        </lotse-field>
      </section>
    }
  `,
  styles: `
    lotse-field {
      max-inline-size: 24rem;
    }
  `,
})
export class DigestSetting {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemText);
  private readonly texts = inject(TranslocoService);
  private readonly session = inject(CurrentSession);
  private readonly resource = httpResource<DigestDto>(() => (this.session.may('notification.read') ? URL : undefined));
  protected readonly digest = keepLast(this.resource);
  /** A time set by other means stays choosable. */
  protected readonly times = computed(() => [...new Set([...TIMES, ...(this.digest()?.at ? [this.digest()!.at!] : [])])].sort());

  protected set(event: Event): void {
    const at = (event.target as HTMLSelectElement).value || null;
    this.http.put<DigestDto>(URL, { at }).subscribe({
      next: (digest) => {
        this.resource.set(digest);
        this.toasts.show(this.texts.translate(at ? 'notification.digest.on' : 'notification.digest.isOff', { time: at }));
      },
      error: (error: unknown) => {
        this.resource.reload();
        this.toasts.show(this.problems.of(error), { tone: 'danger' });
      },
    });
  }
}
