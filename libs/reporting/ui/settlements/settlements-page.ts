import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SettlementsDto } from '@lotse/reporting/contract';
import {
  Amount,
  CurrentSession,
  Filter,
  FilterBar,
  keepLast,
  PageHead,
  parameters,
  ShortDate,
  StateBlock,
  urlFilters,
} from '@lotse/shared/ui';
import { daysOfYear, yearsUntil } from './years';

/** "Berichte": settlements and moves of a year, each figure with the cases behind it. */
@Component({
  selector: 'lotse-settlements-page',
  imports: [Amount, Filter, FilterBar, PageHead, RouterLink, ShortDate, StateBlock, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'report'">
      <lotse-page-head [title]="t('title')" [meta]="session.organisation()?.name" />
      <p class="lotse-quiet">{{ t('lead') }}</p>
      <lotse-filter-bar [of]="filters">
        <lotse-filter [in]="filters" name="jahr" [label]="t('year')" [options]="years(t('lastTwelve'))" />
      </lotse-filter-bar>
      <lotse-state [of]="report" [lines]="6" />
      @if (page(); as page) {
        <div class="lotse-stack">
          <p>
            <strong>{{ t(page.settlements === 1 ? 'sumOne' : 'sum', { n: page.settlements }) }}</strong>
            <span class="lotse-quiet"> {{ page.from | shortDate }} – {{ page.to | shortDate }}</span>
          </p>
          <div class="lotse-table-region">
            <table class="lotse-table lotse-cards">
              <thead>
                <tr>
                  <th scope="col">{{ t('what') }}</th>
                  <th scope="col" class="number">{{ t('cases') }}</th>
                  <th scope="col" class="number">{{ t('counted') }}</th>
                  <th scope="col">{{ t('rows') }}</th>
                </tr>
              </thead>
              <tbody>
                @for (line of page.items; track line.kind) {
                  <tr>
                    <th scope="row">{{ t('kind.' + line.kind) }}</th>
                    <td class="number" [attr.data-label]="t('cases')">{{ line.cases | amount }}</td>
                    <td class="number" [attr.data-label]="t('counted')">{{ line.counted | amount }}</td>
                    <td [attr.data-label]="t('rows')">
                      @for (item of line.items; track item.id) {
                        <a [routerLink]="['/vorgaenge', item.id]">{{ item.title }}</a>
                        <small class="lotse-quiet"> {{ item.fileNumber }} · {{ item.closedOn | shortDate }}</small>
                        <br />
                      } @empty {
                        <span class="lotse-quiet">–</span>
                      }
                    </td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
          <p class="lotse-quiet">{{ t('note') }}</p>
        </div>
      }
    </ng-container>
  `,
})
export class SettlementsPage {
  protected readonly session = inject(CurrentSession);
  protected readonly filters = urlFilters({ jahr: '' });
  protected readonly report = httpResource<SettlementsDto>(() => ({
    url: '/api/v1/reports/settlements',
    params: parameters(daysOfYear(this.filters.value().jahr)),
  }));
  protected readonly page = keepLast(this.report);

  protected years(first: string) {
    return [{ value: '', label: first }, ...yearsUntil(new Date()).map((year) => ({ value: year, label: year }))];
  }
}
