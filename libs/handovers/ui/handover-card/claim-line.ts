import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import type { HandoverDto } from '@lotse/handovers/contract';
import { CurrentSession, Icon, ProblemText, Toasts } from '@lotse/shared/ui';
import { HandoversClient } from '../handovers-client';

/** Which colleague looks after an offer, and the button to do so oneself. */
@Component({
  selector: 'lotse-claim-line',
  imports: [Icon, MatButtonModule, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p *transloco="let t; prefix: 'handover.claim'">
      @if (handover().claim; as claim) {
        <span><lotse-icon name="user" /> {{ isMine() ? t('mine') : t('by', { name: claim.name }) }}</span>
      } @else {
        <span class="lotse-quiet">{{ t('nobody') }}</span>
      }
      @if (session.may('handover.decide')) {
        <button matButton type="button" (click)="set(!isMine())">{{ t(isMine() ? 'release' : 'take') }}</button>
      }
    </p>
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 0.5rem;
      margin: 0;
    }
  `,
})
export class ClaimLine {
  private readonly client = inject(HandoversClient);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemText);
  protected readonly session = inject(CurrentSession);
  readonly handover = input.required<HandoverDto>();
  readonly changed = output();
  protected readonly isMine = computed(() => this.handover().claim?.userId === this.session.user()?.id);

  protected set(mine: boolean): void {
    this.client.claim(this.handover().id, mine).subscribe({
      next: () => this.changed.emit(),
      error: (error: unknown) => {
        this.toasts.show(this.problems.of(error), { tone: 'danger' });
        this.changed.emit();
      },
    });
  }
}
