import { HttpClient, httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type CaseSection, SECTION_LEVELS, type SectionLevel } from '@lotse/cases/contract';
import type { SectionLevelDto } from '@lotse/handovers/contract';
import { CurrentSession, ifMatch, ProblemMessage, Toasts } from '@lotse/shared/ui';

/** How far each part of an own case is read; a change takes effect at once. */
@Component({
  selector: 'lotse-section-levels',
  imports: [ProblemMessage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'handover.visibility'">
      <h3>{{ t('level.title') }}</h3>
      <p class="lotse-quiet">{{ t('level.lead') }}</p>
      <lotse-problem [error]="error()" />
      <ul role="list">
        @for (item of levels(); track item.section) {
          <li>
            <label [for]="'level-' + item.section">{{ t('part.' + item.section) }}</label>
            <select
              class="lotse-input"
              [id]="'level-' + item.section"
              [attr.aria-label]="t('level.label', { part: t('part.' + item.section) })"
              [disabled]="!mayChange || !reads(item)"
              (change)="set(item.section, $event)"
            >
              @for (level of choices(item.section); track level) {
                <option [value]="level" [selected]="level === item.level">{{ t('level.' + level) }}</option>
              }
            </select>
          </li>
        }
      </ul>
    </ng-container>
  `,
  styles: `
    h3 {
      margin-block: 1.5rem 0.25rem;
    }
    ul {
      display: grid;
      gap: 0.5rem;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.5fr);
      align-items: center;
      gap: 0.25rem 1rem;
    }
    select {
      max-inline-size: 24rem;
    }
    @media (max-width: 600px) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class SectionLevels {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(TranslocoService);
  protected readonly mayChange = inject(CurrentSession).may('case.write');

  readonly caseId = input.required<string>();
  readonly levels = input.required<readonly SectionLevelDto[]>();
  readonly changed = output();
  /** The parts the person reads: nobody says who reads a part kept from them. */
  readonly read = input.required<readonly CaseSection[]>();
  protected readonly error = signal<unknown>(undefined);
  /** Its version goes along with a change. */
  private readonly theCase = httpResource<{ version: number }>(() => `/api/v1/cases/${this.caseId()}`);

  /** Whoever is given a case reads what it is about; contact persons are never opened to the region. */
  protected choices(section: CaseSection): readonly SectionLevel[] {
    const never: readonly SectionLevel[] = section === 'MASTER' ? ['ORGANISATION', 'PERSON'] : section === 'CONTACTS' ? ['REGION'] : [];
    return SECTION_LEVELS.filter((level) => !never.includes(level));
  }

  protected reads({ section, level }: SectionLevelDto): boolean {
    return level !== 'PERSON' || this.read().includes(section);
  }

  protected set(section: CaseSection, event: Event): void {
    if (!this.theCase.hasValue()) return;
    this.error.set(undefined);
    const level = (event.target as HTMLSelectElement).value;
    const { version } = this.theCase.value();
    this.http.put(`/api/v1/cases/${this.caseId()}/section-level`, { section, level }, ifMatch(version)).subscribe({
      next: () => {
        this.toasts.show(this.texts.translate<string>('handover.visibility.level.saved'));
        this.again();
      },
      error: (error: unknown) => {
        this.error.set(error);
        this.again();
      },
    });
  }

  private again(): void {
    this.theCase.reload();
    this.changed.emit();
  }
}
