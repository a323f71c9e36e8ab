import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CaseStatus, WaitingFor } from '@lotse/cases/contract';
import { StatusChip } from '@lotse/shared/ui';
import { STATUS_LOOKS } from './looks';

/** Where a case stands; a waiting one says for whom. */
@Component({
  selector: 'lotse-case-status',
  imports: [StatusChip, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ng-container *transloco="let t; prefix: 'case'"
    ><lotse-chip [tone]="look().tone" [icon]="look().icon">{{ t(key()) }}</lotse-chip></ng-container
  >`,
})
export class CaseStatusChip {
  readonly status = input.required<CaseStatus>();
  readonly waitingFor = input<WaitingFor | null>();
  protected readonly look = computed(() => STATUS_LOOKS[this.status()]);
  protected readonly key = computed(() => {
    const waitingFor = this.waitingFor();
    return this.status() === 'WAITING' && waitingFor ? `waits.${waitingFor}` : `status.${this.status()}`;
  });
}
