import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ProcedureDto, ProcedureSummaryDto } from '@lotse/permits/contract';
import { ShortDate } from '@lotse/shared/ui';

/** Who decides, under which number, who is heard, and what has to come first. */
@Component({
  selector: 'lotse-procedure-facts',
  imports: [RouterLink, ShortDate, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dl class="lotse-facts" *transloco="let t; prefix: 'permit'">
      <div>
        <dt>{{ t('form.authority') }}</dt>
        <dd>{{ of().authority ?? t('noAuthority') }}</dd>
      </div>
      <div>
        <dt>{{ t('form.fileNumber') }}</dt>
        <dd>{{ of().fileNumber ?? '–' }}</dd>
      </div>
      <div>
        <dt>{{ t('facts.receivedOn') }}</dt>
        <dd>{{ of().receivedOn ? (of().receivedOn | shortDate) : '–' }}</dd>
      </div>
      @if (of().closedOn) {
        <div>
          <dt>{{ t('facts.closedOn') }}</dt>
          <dd>{{ of().closedOn | shortDate }}</dd>
        </div>
      }
      @if (of().agencies.length) {
        <div>
          <dt>{{ t('form.agencies') }}</dt>
          <dd>{{ of().agencies.join(', ') }}</dd>
        </div>
      }
      <div>
        <dt>{{ t('facts.plot') }}</dt>
        <dd>
          {{ of().plotArea ? t('plotArea.' + of().plotArea) : t('form.unknown') }}
          @if (of().municipalityIsAuthority) {
            · {{ t('facts.municipalityIsAuthority') }}
          }
        </dd>
      </div>
      @if (needs().length) {
        <div>
          <dt>{{ t('form.dependsOn') }}</dt>
          <dd>
            @for (need of needs(); track need.id) {
              <a [routerLink]="['/verfahren', need.id]">{{ need.title ?? t('type.' + need.type) }}</a>
              <span class="lotse-quiet"> ({{ t(need.closedOn ? 'plan.closed' : 'plan.open') }})</span><br />
            }
          </dd>
        </div>
      }
    </dl>
  `,
})
export class ProcedureFacts {
  readonly of = input.required<ProcedureDto>();
  /** What has to be decided first. */
  readonly needs = input<readonly ProcedureSummaryDto[]>([]);
}
