import { ChangeDetectionStrategy, Component, DestroyRef, DOCUMENT, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { CurrentSession, Notice } from '@lotse/shared/ui';

const MINUTE = 60_000;
/** The server ends a session after 30 minutes without a request; say so two minutes before. */
const WARN_AFTER = 28 * MINUTE;
const END_AFTER = 30 * MINUTE;

/** Warns before an idle session ends. Typing and clicking count as use and keep the session alive on the server, at most every five minutes. */
@Component({
  selector: 'lotse-idle-warning',
  imports: [MatButtonModule, Notice, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(document:keydown)': 'used()', '(document:pointerdown)': 'used()' },
  template: `
    @if (warning()) {
      <lotse-notice tone="warning" role="alertdialog" *transloco="let t; prefix: 'app.idle'" [attr.aria-label]="t('title')">
        <strong>{{ t('title') }}</strong>
        <p>{{ t('text') }}</p>
        <button matButton="filled" type="button" (click)="stay()">{{ t('stay') }}</button>
      </lotse-notice>
    }
  `,
  styles: `
    lotse-notice {
      position: fixed;
      z-index: 1050;
      inset-block-end: 1rem;
      inset-inline-end: 1rem;
      max-inline-size: min(26rem, calc(100vw - 2rem));
      box-shadow: var(--lotse-shadow);
    }
    p {
      margin: 0.25rem 0 0.75rem;
    }
  `,
})
export class IdleWarning {
  private readonly session = inject(CurrentSession);
  private lastUse = Date.now();
  private lastRequest = Date.now();
  protected readonly warning = signal(false);

  constructor() {
    const view = inject(DOCUMENT).defaultView!;
    const timer = view.setInterval(() => this.check(), MINUTE / 4);
    inject(DestroyRef).onDestroy(() => view.clearInterval(timer));
  }

  protected used(): void {
    if (this.warning()) return;
    this.lastUse = Date.now();
    if (this.lastUse - this.lastRequest > 5 * MINUTE) this.stay();
  }

  protected stay(): void {
    this.lastUse = this.lastRequest = Date.now();
    this.warning.set(false);
    this.session.refresh();
  }

  private check(): void {
    const idle = Date.now() - this.lastUse;
    this.warning.set(idle >= WARN_AFTER);
    if (idle >= END_AFTER) this.session.refresh();
  }
}
