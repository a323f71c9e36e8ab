import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DistributionAnswerDto } from '@lotse/distributions/contract';
import { Amount, DateTime, ShortDate, StatusChip, type Tone } from '@lotse/shared/ui';

const TONES: Record<DistributionAnswerDto['answer'], Tone> = { OFFER: 'success', NO_SITE: 'neutral', DECLINED: 'neutral' };

/** One answer, the same for every organisation: equal treatment begins with equal looks. */
@Component({
  selector: 'lotse-answer-facts',
  imports: [Amount, DateTime, ShortDate, StatusChip, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'distribution'">
      <p class="head">
        <lotse-chip [tone]="tones[answer().answer]">{{ t('answer.' + answer().answer) }}</lotse-chip>
        <span class="lotse-quiet">{{ t('answer.by', { who: answer().answeredByName }) }}, {{ answer().answeredAt | dateTime }}</span>
      </p>
      @if (answer().answer === 'OFFER') {
        <p class="site">{{ answer().site }}</p>
        <p>
          {{ answer().areaSqm | amount }} m²
          @if (answer().pricePerSqm !== null) {
            · {{ answer().pricePerSqm | amount: 2 }} €/m²
          }
          @if (answer().price) {
            · {{ answer().price }}
          }
          @if (answer().availableFrom) {
            · {{ t('answer.from') }} {{ answer().availableFrom | shortDate }}
          }
        </p>
      }
      @if (answer().expose; as expose) {
        <p>
          {{ t('answer.expose') }}
          <a [href]="'/api/v1/distributions/' + distributionId() + '/expose?organisationId=' + answer().organisationId" download>{{
            expose.name
          }}</a>
        </p>
      }
      @if (answer().note) {
        <p class="words">{{ answer().note }}</p>
      }
    </ng-container>
  `,
  styles: `
    p {
      margin: 0 0 0.25rem;
      overflow-wrap: anywhere;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0.25rem 0.75rem;
    }
    .site {
      font-weight: 600;
    }
    .words {
      white-space: pre-line;
    }
  `,
})
export class AnswerFacts {
  readonly distributionId = input.required<string>();
  readonly answer = input.required<DistributionAnswerDto>();
  protected readonly tones = TONES;
}
