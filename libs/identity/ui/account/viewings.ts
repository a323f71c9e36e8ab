import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ViewingListDto } from '@lotse/identity/contract';
import { DateTime } from '@lotse/shared/ui';

/** On the own account: which administrator looked at Lotse with one's rights, when and why. Says nothing while nobody has. */
@Component({
  selector: 'lotse-viewings',
  imports: [DateTime, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (items().length) {
      <section class="lotse-panel" *transloco="let t; prefix: 'identity.viewings'">
        <h2>{{ t('title') }}</h2>
        <p class="lotse-quiet">{{ t('text') }}</p>
        <ul>
          @for (item of items(); track item.id) {
            <li>
              {{ item.startedAt | dateTime }}: {{ t('line', { name: item.viewerName ?? t('gone') }) }}
              <span class="lotse-quiet">{{ t('reason', { reason: item.reason }) }}</span>
            </li>
          }
        </ul>
      </section>
    }
  `,
})
export class Viewings {
  private readonly resource = httpResource<ViewingListDto>(() => '/api/v1/session/viewings');
  protected readonly items = computed(() => (this.resource.hasValue() ? this.resource.value().items : []));
}
