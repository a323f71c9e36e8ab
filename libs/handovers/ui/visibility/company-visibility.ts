import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { keepLast, Notice, StateBlock } from '@lotse/shared/ui';
import { VisibilityClient } from './visibility-client';
import { VisibilityList } from './visibility-list';

/** The tab "Wer sieht das?" of a company. */
@Component({
  selector: 'lotse-company-visibility',
  imports: [Notice, StateBlock, TranslocoDirective, VisibilityList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'handover.visibility'">
      <h2>{{ t('title') }}</h2>
      <p class="lotse-quiet">{{ t('company.lead') }}</p>
      <lotse-state [of]="answer" [lines]="4" />
      @if (last(); as seen) {
        <lotse-visibility-list of="company" [items]="seen.items" />
        <lotse-notice class="partial">{{ t('company.partial') }}</lotse-notice>
      }
    </ng-container>
  `,
  styles: `
    .partial {
      margin-block-start: 1rem;
    }
  `,
})
export class CompanyVisibility {
  /** Id of the company, from the route of its page. */
  readonly id = input.required<string>();
  protected readonly answer = inject(VisibilityClient).ofCompany(() => this.id());
  protected readonly last = keepLast(this.answer);
}
