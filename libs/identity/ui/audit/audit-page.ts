import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { AUDIT_ACTIONS, type AuditEntryDto } from '@lotse/identity/contract';
import { addDays, berlinDay } from '@lotse/shared/contract';
import {
  DateTime,
  Filter,
  FilterBar,
  type FilterOption,
  formatDate,
  Icon,
  keepLast,
  Languages,
  PageHead,
  Paginator,
  StateBlock,
  urlFilters,
} from '@lotse/shared/ui';
import { AuditClient } from './audit-client';
import { type AuditFact, factsOf } from './audit-facts';

/** Days back from today that a period covers, today included. */
const PERIODS: Readonly<Record<string, number>> = { heute: 1, woche: 7, monat: 30, jahr: 365 };

/** "Protokoll": who did what and when in the own organisation, for its data protection officer. */
@Component({
  selector: 'lotse-audit-page',
  imports: [DateTime, Filter, FilterBar, Icon, MatButtonModule, PageHead, Paginator, StateBlock, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.scss',
})
export class AuditPage {
  private readonly texts = inject(TranslocoService);
  private readonly language = inject(Languages).current;

  protected readonly filters = urlFilters({ zeitraum: '', art: '', person: '', page: '1' });
  protected readonly entries = inject(AuditClient).list(() => {
    const { zeitraum, art, person, page } = this.filters.value();
    const days = PERIODS[zeitraum];
    return { page, action: art, personId: person, from: days ? addDays(berlinDay(new Date()), 1 - days) : '' };
  });
  protected readonly page = keepLast(this.entries);
  protected readonly number = computed(() => Number(this.filters.value().page) || 1);
  private readonly names = computed(() => new Map(this.page()?.people.map(({ id, name }) => [id, name])));

  protected readonly periods = computed(() => this.options('period', ['', ...Object.keys(PERIODS)]));
  protected readonly kinds = computed<FilterOption[]>(() => [
    { value: '', label: this.text('anyKind') },
    ...AUDIT_ACTIONS.map((value) => ({ value, label: this.kind(value) })),
  ]);
  protected readonly people = computed<FilterOption[]>(() => [
    { value: '', label: this.text('anybody') },
    ...[...this.names()].map(([value, label]) => ({ value, label })),
  ]);

  /** Words for a kind; the code itself for one this page does not know yet. */
  protected kind(action: string): string {
    return this.known(`action.${action.replace('.', '_')}`) ?? action;
  }

  protected subject({ subjectKind, subjectId }: AuditEntryDto): string {
    const name = subjectKind === 'user' && subjectId ? this.names().get(subjectId) : undefined;
    return name ?? (subjectKind ? (this.known(`subject.${subjectKind}`) ?? subjectKind) : '');
  }

  /** The file number of a case where the log has it; the id only where nothing else says what it is. */
  protected subjectId({ subjectKind, subjectId, details }: AuditEntryDto): string {
    if (typeof details['fileNumber'] === 'string') return details['fileNumber'];
    return subjectId && !(subjectKind === 'user' && this.names().has(subjectId)) ? subjectId : '';
  }

  /** A level changes from what stood there to what stands there now; other entries span days. */
  protected facts(entry: AuditEntryDto): AuditFact[] {
    const language = this.language();
    const facts = factsOf(entry, {
      role: (code) => this.texts.translate(`identity.role.${code}`, {}, language),
      day: (iso) => formatDate(iso, language, iso.includes('T') ? 'dayTime' : 'day'),
      person: (id) => this.names().get(id),
      code: (label, code) => this.known(`code.${label}.${code}`),
    });
    const group = entry.action.replace('.', '_');
    return facts.map(({ label, value }) => ({
      label: this.known(`factOf.${group}.${label}`) ?? this.known(`fact.${label}`) ?? label,
      value,
    }));
  }

  private options(group: string, values: readonly string[]): FilterOption[] {
    return values.map((value) => ({ value, label: this.text(`${group}.${value || 'all'}`) }));
  }

  private text(key: string): string {
    return this.texts.translate<string>(`audit.${key}`, {}, this.language());
  }

  private known(key: string): string | undefined {
    return `audit.${key}` in this.texts.getTranslation(this.language()) ? this.text(key) : undefined;
  }
}
