import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CaseStubDto } from '@lotse/cases/contract';
import { Notice, PageHead } from '@lotse/shared/ui';
import { CaseStatusChip } from '../case-status-chip';
import { RegionClient } from '../region-client';

/** What a former owner sees: that the case exists, how it stands and who has it now. */
@Component({
  selector: 'lotse-case-stub',
  imports: [CaseStatusChip, Notice, PageHead, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'case'">
      <lotse-page-head
        [title]="t('stub.title', { fileNumber: stub().fileNumber })"
        [back]="{ link: '/vorgaenge', label: t('page.back') }"
      />
      <div class="lotse-stack">
        <lotse-notice>{{ t('stub.text', { organisation: region.organisationName(stub().ownerOrganisationId) }) }}</lotse-notice>
        <dl class="lotse-facts">
          <div>
            <dt>{{ t('stub.type') }}</dt>
            <dd>{{ t('type.' + stub().type) }}</dd>
          </div>
          <div>
            <dt>{{ t('stub.status') }}</dt>
            <dd><lotse-case-status [status]="stub().status" /></dd>
          </div>
          <div>
            <dt>{{ t('stub.owner') }}</dt>
            <dd>{{ region.organisationName(stub().ownerOrganisationId) }}</dd>
          </div>
        </dl>
      </div>
    </ng-container>
  `,
})
export class CaseStub {
  protected readonly region = inject(RegionClient);
  readonly stub = input.required<CaseStubDto>();
}
