import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { PRESET_SECTIONS, SHARE_PRESETS, type HandoverDto } from '@lotse/handovers/contract';
import { DateTime } from '@lotse/shared/ui';

/** Why, on what basis, how much, in which words; and what the two sides asked each other. */
@Component({
  selector: 'lotse-handover-facts',
  imports: [DateTime, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let item = handover();
    <ng-container *transloco="let t; prefix: 'handover'">
      @if (item.note; as note) {
        <p class="note" [attr.aria-label]="t('fields.note')">{{ note }}</p>
      }
      <dl class="lotse-facts">
        <div>
          <dt>{{ t('fields.reason') }}</dt>
          <dd>{{ t('reason.' + item.reasonCode) }}</dd>
        </div>
        <div>
          <dt>{{ t('fields.basis') }}</dt>
          <dd>
            {{ t('basis.' + item.basis) + (item.basisReason ? ': ' + item.basisReason : '') }}
          </dd>
        </div>
        <div>
          <dt>{{ t('fields.sections') }}</dt>
          <dd>
            @if (preset(); as preset) {
              {{ t('preset.' + preset) }}
            } @else {
              @for (section of item.sections; track section; let last = $last) {
                {{ t('part.' + section) }}{{ last ? '' : ',' }}
              }
            }
          </dd>
        </div>
      </dl>
      @if (item.messages.length) {
        <section class="messages" [attr.aria-label]="t('messages')">
          @for (message of item.messages; track message.id) {
            <p>
              <strong>{{ message.byName }}</strong>
              <span class="lotse-quiet">{{ message.recordedAt | dateTime }}</span>
              <span class="text">{{ message.text }}</span>
            </p>
          }
        </section>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
      padding-block: 0.25rem;
    }
    .note {
      margin: 0;
      max-inline-size: 60rem;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    .messages {
      display: grid;
      gap: 0.5rem;
      padding-inline-start: 0.875rem;
      border-inline-start: 3px solid var(--lotse-control-line);
    }
    .messages p {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.5rem;
      margin: 0;
    }
    .text {
      flex-basis: 100%;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
  `,
})
export class HandoverFacts {
  readonly handover = input.required<HandoverDto>();
  /** The preset whose sections these are, so that one word says it. */
  protected readonly preset = computed(() =>
    SHARE_PRESETS.find((preset) => PRESET_SECTIONS[preset].join() === this.handover().sections.join()),
  );
}
