import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { TranslocoDirective } from '@jsverse/transloco';
import { keepLast, LiveUpdates, PageHead, StateBlock } from '@lotse/shared/ui';
import { filter } from 'rxjs';
import { HandoverCard } from '../handover-card/handover-card';
import { HandoversClient } from '../handovers-client';

/** One handover, where the links of mails lead. */
@Component({
  selector: 'lotse-handover-page',
  imports: [HandoverCard, PageHead, StateBlock, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'handover'">
      <lotse-page-head
        [title]="handover() ? t('caseOf', { fileNumber: handover()?.fileNumber }) : t('title')"
        [back]="{ link: ['/uebergaben', handover()?.side === 'FROM' ? 'ausgang' : 'eingang'], label: t('title') }"
      />
      <lotse-state [of]="resource" />
      @if (handover(); as handover) {
        <lotse-handover-card [handover]="handover" [open]="true" (changed)="resource.reload()" />
      }
    </ng-container>
  `,
})
export class HandoverPage {
  /** From the route. */
  readonly id = input.required<string>();
  protected readonly resource = inject(HandoversClient).one(() => this.id());
  private readonly last = keepLast(this.resource);
  protected readonly handover = computed(() => (this.last()?.id === this.id() ? this.last() : undefined));

  constructor() {
    inject(LiveUpdates)
      .on('handover')
      .pipe(
        filter(({ id }) => id === this.id()),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.resource.reload());
  }
}
