import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { keepLast, ShortDate, StateBlock } from '@lotse/shared/ui';
import { RelocationClient } from './relocation-client';

/** "Verlagerungen": moves the own organisation was told as the place of origin or destination. */
@Component({
  selector: 'lotse-relocation-notices',
  imports: [ShortDate, StateBlock, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'case.relocation.notices'">
      <p class="lotse-quiet">{{ t('lead') }}</p>
      <lotse-state [of]="notices" [empty]="page()?.total === 0 ? 'nothing' : undefined">
        <p>{{ t('nothing') }}</p>
      </lotse-state>
      @if (page(); as page) {
        @if (page.total > 0) {
          <div class="lotse-table-region">
            <table class="lotse-table lotse-cards">
              <thead>
                <tr>
                  <th scope="col">{{ t('company') }}</th>
                  <th scope="col">{{ t('from') }}</th>
                  <th scope="col">{{ t('to') }}</th>
                  <th scope="col">{{ t('planned') }}</th>
                  <th scope="col">{{ t('by') }}</th>
                  <th scope="col">{{ t('when') }}</th>
                </tr>
              </thead>
              <tbody>
                @for (item of page.items; track item.id) {
                  <tr>
                    <th scope="row">{{ item.companyName }}</th>
                    <td [attr.data-label]="t('from')">{{ item.fromName ?? t('outside') }}</td>
                    <td [attr.data-label]="t('to')">{{ item.toName ?? t('outside') }}</td>
                    <td [attr.data-label]="t('planned')" class="nowrap">{{ item.plannedFor ? (item.plannedFor | shortDate) : '–' }}</td>
                    <td [attr.data-label]="t('by')">{{ item.toldByName }}, {{ item.byOrganisationName }}</td>
                    <td [attr.data-label]="t('when')" class="nowrap">{{ item.toldAt | shortDate }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        }
      }
    </ng-container>
  `,
})
export class RelocationNotices {
  protected readonly notices = inject(RelocationClient).notices(signal(1));
  protected readonly page = keepLast(this.notices);
}
