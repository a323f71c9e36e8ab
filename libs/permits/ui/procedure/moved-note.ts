import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Notice, WeekdayDate } from '@lotse/shared/ui';
import type { MovedClock } from './moved';

/** After an event: which counts have another last day now. */
@Component({
  selector: 'lotse-moved-note',
  imports: [Notice, TranslocoDirective, WeekdayDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lotse-notice tone="success" role="status" *transloco="let t; prefix: 'permit'">
      <strong>{{ t(of().length ? 'moved.title' : 'moved.none') }}</strong>
      @if (of().length) {
        <ul>
          @for (clock of of(); track clock.policy) {
            <li>
              {{ t('clock.name.' + clock.policy) }}:
              {{
                clock.from && clock.to
                  ? t('moved.both', { from: (clock.from | weekdayDate), to: (clock.to | weekdayDate) })
                  : clock.to
                    ? t('moved.begins', { to: (clock.to | weekdayDate) })
                    : t('moved.ends', { from: (clock.from | weekdayDate) })
              }}
            </li>
          }
        </ul>
        <span class="lotse-quiet">{{ t('clock.disclaimer') }}</span>
      }
    </lotse-notice>
  `,
  styles: `
    ul {
      margin: 0.25rem 0 0;
      padding-inline-start: 1.25rem;
    }
  `,
})
export class MovedNote {
  readonly of = input.required<readonly MovedClock[]>();
}
