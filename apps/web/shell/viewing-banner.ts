import { ChangeDetectionStrategy, Component, DestroyRef, DOCUMENT, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { CurrentSession, DateTime, Icon, ProblemText, Toasts } from '@lotse/shared/ui';
import { Reload } from './reload';

/** Always in sight while an administrator looks at somebody else's view; looks after its end every half minute. */
@Component({
  selector: 'lotse-viewing-banner',
  imports: [DateTime, Icon, MatButtonModule, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (session.viewer(); as viewer) {
      <section *transloco="let t; prefix: 'app.viewAs'" [attr.aria-label]="t('label')">
        <lotse-icon name="eye" />
        <p>
          <strong>{{ t('banner', { name: session.user()?.name }) }}</strong> {{ t('limits') }} {{ t('until') }}
          {{ viewer.until | dateTime }}.
        </p>
        <button matButton="filled" type="button" (click)="end()">{{ t('end') }}</button>
      </section>
    }
  `,
  styles: `
    section {
      position: fixed;
      z-index: 900;
      inset-block-end: 0;
      inset-inline: 0;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem 1rem;
      padding: 0.5rem 1rem;
      border-block-start: 3px solid var(--kern-color-feedback-warning);
      background: var(--lotse-raised);
      color: var(--mat-sys-on-surface);
      box-shadow: var(--lotse-shadow);
    }
    p {
      flex: 1 1 16rem;
      margin: 0;
    }
    @media (max-width: 599px) {
      section {
        font-size: 0.875rem;
      }
      lotse-icon {
        display: none;
      }
    }
  `,
})
export class ViewingBanner {
  protected readonly session = inject(CurrentSession);
  private readonly reload = inject(Reload);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemText);

  constructor() {
    const view = inject(DOCUMENT).defaultView!;
    const timer = view.setInterval(() => this.check(), 30_000);
    inject(DestroyRef).onDestroy(() => view.clearInterval(timer));
  }

  protected end(): void {
    this.session.endViewing().subscribe({
      next: () => this.reload.fromStart(),
      error: (error: unknown) => this.toasts.show(this.problems.of(error), { tone: 'danger' }),
    });
  }

  /** Time, or a change of rights, has ended it: what is on screen is nobody's any more. */
  private check(): void {
    if (!this.session.viewer()) return;
    this.session.load().subscribe((session) => session && !session.viewer && this.reload.fromStart());
  }
}
