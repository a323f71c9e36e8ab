import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DistributionDto } from '@lotse/distributions/contract';
import { DateTime } from '@lotse/shared/ui';

/** The fairness log ("Protokoll"): the own lines for a receiver, all of them for the lead once nothing is sealed. */
@Component({
  selector: 'lotse-fairness-log',
  imports: [DateTime, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details *transloco="let t; prefix: 'distribution'" [open]="open()">
      <summary>{{ t('log.title') }}</summary>
      <p class="lotse-quiet">{{ t(of().isLead ? (of().sealed ? 'log.leadSealed' : 'log.lead') : 'log.own') }}</p>
      <div class="scroll" tabindex="0" role="region" [attr.aria-label]="t('log.title')">
        <table class="lotse-table">
          <thead>
            <tr>
              <th scope="col">{{ t('log.at') }}</th>
              <th scope="col">{{ t('log.what') }}</th>
              @if (of().isLead) {
                <th scope="col">{{ t('log.organisation') }}</th>
              }
              <th scope="col">{{ t('log.who') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (line of lines(); track line.id) {
              <tr>
                <td>{{ line.at | dateTime }}</td>
                <td>{{ t('log.kind.' + line.kind) }}</td>
                @if (of().isLead) {
                  <td>{{ line.organisationName ?? t('log.all') }}</td>
                }
                <td>{{ line.byName }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </details>
  `,
  styles: `
    summary {
      cursor: pointer;
      font-weight: 600;
    }
    .scroll {
      overflow-x: auto;
    }
  `,
})
export class FairnessLog {
  readonly of = input.required<DistributionDto>();
  readonly open = input(false);
  protected readonly lines = computed(() => this.of().log);
}
