import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { CurrentSession, Icon, keepLast, ProblemText, Toasts } from '@lotse/shared/ui';
import { NotificationsClient } from './notifications-client';

/** In the head of a case: hear of it, or only when named or asked to decide. */
@Component({
  selector: 'lotse-mute-button',
  imports: [Icon, MatButtonModule, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (state(); as state) {
      <button
        *transloco="let t; prefix: 'notification'"
        matButton
        type="button"
        [attr.aria-pressed]="state.muted"
        [title]="t(state.muted ? 'muted' : 'muteHint')"
        (click)="toggle(!state.muted)"
      >
        <lotse-icon [name]="state.muted ? 'bell-off' : 'bell'" /> {{ t('mute') }}
      </button>
    }
  `,
})
export class MuteButton {
  private readonly client = inject(NotificationsClient);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);
  readonly caseId = input.required<string>();
  private readonly session = inject(CurrentSession);
  private readonly resource = this.client.mute(() => (this.session.viewer() ? undefined : this.caseId()));
  protected readonly state = keepLast(this.resource);

  protected toggle(muted: boolean): void {
    this.client.setMute(this.caseId(), muted).subscribe({
      next: () => {
        this.resource.reload();
        this.toasts.show(this.transloco.translate(muted ? 'notification.muteDone' : 'notification.unmuteDone'));
      },
      error: (error: unknown) => this.toasts.show(this.problems.of(error), { tone: 'danger' }),
    });
  }
}
