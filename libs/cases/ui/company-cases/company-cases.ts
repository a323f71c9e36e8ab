import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { keepLast, Paginator, StateBlock, StatusChip, urlFilters } from '@lotse/shared/ui';
import { CaseStatusChip } from '../case-status-chip';
import { CasesClient } from '../cases-client';
import { DueDate } from '../due-date';

/** The cases of one company, as far as the reader may see them; a tab of the company's page. */
@Component({
  selector: 'lotse-company-cases',
  imports: [CaseStatusChip, DueDate, Paginator, RouterLink, StateBlock, StatusChip, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'case'">
      <lotse-state [of]="cases" [empty]="page()?.total === 0 ? 'nothing' : undefined">
        <p>{{ t('list.nothing') }}</p>
      </lotse-state>
      @if (page(); as page) {
        @if (page.total) {
          <div class="lotse-table-region">
            <table class="lotse-table lotse-cards">
              <caption class="cdk-visually-hidden">
                {{
                  t('list.title')
                }}
              </caption>
              <thead>
                <tr>
                  <th scope="col">{{ t('list.case') }}</th>
                  <th scope="col">{{ t('field.status') }}</th>
                  <th scope="col">{{ t('field.nextStep') }}</th>
                  <th scope="col">{{ t('field.officer') }}</th>
                  <th scope="col">{{ t('field.fileNumber') }}</th>
                </tr>
              </thead>
              <tbody>
                @for (item of page.items; track item.id) {
                  <tr>
                    <td class="lead">
                      <a class="row-link" [routerLink]="['/vorgaenge', item.id]">{{ item.title }}</a>
                      <span class="lotse-quiet"> {{ t('type.' + item.type) }}</span>
                      @if (item.confidential) {
                        <lotse-chip icon="lock">{{ t('confidentialMark') }}</lotse-chip>
                      }
                    </td>
                    <td [attr.data-label]="t('field.status')">
                      <lotse-case-status [status]="item.status" [waitingFor]="item.waitingFor" />
                    </td>
                    <td [attr.data-label]="t('field.nextStep')">
                      @if (item.status !== 'CLOSED') {
                        {{ item.nextStep }} <lotse-due [day]="item.nextStepOn" [dueness]="item.dueness" />
                      }
                    </td>
                    <td [attr.data-label]="t('field.officer')">{{ item.officerName ?? t('nobody') }}</td>
                    <td [attr.data-label]="t('field.fileNumber')" class="nowrap quiet">{{ item.fileNumber }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
          <lotse-paginator [page]="number()" [total]="page.total" (pageChange)="filters.set({ page: '' + $event })" />
        }
      }
    </ng-container>
  `,
})
export class CompanyCases {
  private readonly client = inject(CasesClient);
  /** Id of the company, from the URL. */
  readonly id = input.required<string>();
  protected readonly filters = urlFilters({ page: '1' });
  protected readonly number = computed(() => Number(this.filters.value().page) || 1);
  protected readonly cases = this.client.list(() => ({ companyId: this.id(), page: this.number() }));
  protected readonly page = keepLast(this.cases);
}
