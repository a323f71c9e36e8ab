import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { TranslocoDirective } from '@jsverse/transloco';
import { CurrentSession, keepLast, LiveUpdates, Notice, StateBlock } from '@lotse/shared/ui';
import { CaseAgreements } from '../agreements/case-agreements';
import { SectionLevels } from './section-levels';
import { VisibilityClient } from './visibility-client';
import { VisibilityList } from './visibility-list';

/** The tab "Wer sieht das?" of a case. */
@Component({
  selector: 'lotse-case-visibility',
  imports: [CaseAgreements, Notice, SectionLevels, StateBlock, TranslocoDirective, VisibilityList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'handover.visibility'">
      <h2>{{ t('title') }}</h2>
      <p class="lotse-quiet">{{ t('case.lead') }}</p>
      <lotse-state [of]="answer" [lines]="4" />
      @if (last(); as seen) {
        @if (!seen.complete) {
          <lotse-notice>{{ t('case.partial') }}</lotse-notice>
        }
        <lotse-visibility-list of="case" [items]="seen.items" />
        <p class="lotse-quiet">{{ t('case.others') }}</p>
        @if (seen.complete) {
          <lotse-section-levels [caseId]="id()" [levels]="seen.levels" [read]="mine()" (changed)="answer.reload()" />
          <lotse-case-agreements [caseId]="id()" />
        }
      }
    </ng-container>
  `,
})
export class CaseVisibility {
  /** Id of the case, from the route of its page. */
  readonly id = input.required<string>();
  protected readonly answer = inject(VisibilityClient).ofCase(() => this.id());
  protected readonly last = keepLast(this.answer);
  private readonly session = inject(CurrentSession);
  /** The parts the person reads. */
  protected readonly mine = computed(() => {
    const me = this.session.user()?.id;
    return this.last()?.items.find(({ userId }) => userId === me)?.sections ?? [];
  });

  constructor() {
    inject(LiveUpdates)
      .on('handover', 'case')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.answer.reload());
  }
}
