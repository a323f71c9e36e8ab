import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { CASE_SECTIONS, type CaseSection } from '@lotse/cases/contract';
import type { PreviewItemDto } from '@lotse/handovers/contract';
import { Icon } from '@lotse/shared/ui';

/** What goes along and what stays, part by part; the parts of the case can be chosen one by one. */
@Component({
  selector: 'lotse-preview-list',
  imports: [Icon, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul *transloco="let t; prefix: 'handover'" role="list" [attr.aria-label]="t('offer.preview')">
      @for (item of items(); track item.part) {
        <li [attr.data-seen]="item.seen">
          @if (section(item.part); as section) {
            <label class="lotse-check">
              <input
                type="checkbox"
                [checked]="sections().includes(section)"
                [disabled]="fixed().includes(section)"
                (change)="toggled.emit({ section, goes: !sections().includes(section) })"
              />
              {{ t('part.' + item.part) }}
            </label>
          } @else {
            <span class="stays"><lotse-icon [name]="item.seen === 'NEVER' ? 'lock' : 'check'" />{{ t('part.' + item.part) }}</span>
          }
          <span class="lotse-quiet sample">
            @if (item.sample) {
              {{ item.sample }}
            } @else if (item.count === 0) {
              {{ t('offer.noEntries') }}
            } @else if (item.count === 1) {
              {{ t('offer.entry') }}
            } @else if (item.count) {
              {{ t('offer.entries', { n: item.count }) }}
            }
          </span>
          <span class="seen">{{ t('seen.' + item.seen) }}</span>
        </li>
      } @empty {
        <li class="lotse-quiet">{{ t('offer.loading') }}</li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      border: 1px solid var(--lotse-line);
      border-radius: var(--lotse-radius);
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1.3fr) minmax(0, 0.8fr) minmax(0, 1.2fr);
      align-items: center;
      gap: 0.125rem 0.75rem;
      padding: 0.375rem 0.75rem;
      border-block-end: 1px solid var(--lotse-line);
      font-size: 0.9375rem;
    }
    li:last-child {
      border-block-end: 0;
    }
    li[data-seen='NEVER'] .seen {
      color: var(--mat-sys-on-surface-variant);
    }
    .stays {
      display: flex;
      align-items: center;
      gap: 0.625rem;
    }
    .stays lotse-icon {
      inline-size: 1.25rem;
      color: var(--mat-sys-on-surface-variant);
    }
    .sample {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .seen {
      font-size: 0.875rem;
    }
    @media (max-width: 600px) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class PreviewList {
  readonly items = input.required<readonly PreviewItemDto[]>();
  readonly sections = input.required<readonly CaseSection[]>();
  /** Parts that cannot be left out. */
  readonly fixed = input.required<readonly CaseSection[]>();
  readonly toggled = output<{ section: CaseSection; goes: boolean }>();

  /** Feedback belongs to the owner and goes along with ownership only: it is shown, not offered. */
  protected readonly section = (part: PreviewItemDto['part']): CaseSection | undefined =>
    part === 'FEEDBACK' ? undefined : CASE_SECTIONS.find((section) => section === part);
}
