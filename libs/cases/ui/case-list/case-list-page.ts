import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { CASE_TYPES } from '@lotse/cases/contract';
import {
  Amount,
  CurrentSession,
  dayOf,
  Filter,
  FilterBar,
  formatNumber,
  Icon,
  keepLast,
  Languages,
  LiveUpdates,
  Notice,
  PageHead,
  Paginator,
  SearchField,
  SortHead,
  StateBlock,
  StatusChip,
  Toasts,
  urlFilters,
} from '@lotse/shared/ui';
import { debounceTime } from 'rxjs';
import { CaseStatusChip } from '../case-status-chip';
import { BulkBar } from '../bulk/bulk-bar';
import { CasesClient } from '../cases-client';
import { UndoClient } from '../undo/undo-client';
import { DueDate } from '../due-date';
import { RegionClient } from '../region-client';
import { DUE_CHOICES, listQuery, OWNERSHIP_CHOICES, STATUS_CHOICES, VIEW } from './list-view';

/** All cases one may read; the view is a sentence of filters and lives in the URL. */
@Component({
  selector: 'lotse-case-list-page',
  imports: [
    Amount,
    BulkBar,
    CaseStatusChip,
    DueDate,
    Filter,
    FilterBar,
    Icon,
    MatButtonModule,
    Notice,
    PageHead,
    Paginator,
    RouterLink,
    SearchField,
    SortHead,
    StateBlock,
    StatusChip,
    TranslocoDirective,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './case-list-page.html',
  styleUrl: './case-list-page.scss',
})
export class CaseListPage {
  private readonly client = inject(CasesClient);
  private readonly region = inject(RegionClient);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Languages).current;
  protected readonly session = inject(CurrentSession);

  protected readonly filters = urlFilters(VIEW);
  protected readonly cases = this.client.list(() => listQuery(this.filters.value(), dayOf(new Date())));
  protected readonly page = keepLast(this.cases);
  protected readonly number = computed(() => Number(this.filters.value().page) || 1);
  protected readonly counts = this.client.confidentialCounts(() => this.session.may('case.countConfidential'));
  /** The running quarter; managers only. */
  protected readonly secret = computed(() => (this.counts.hasValue() ? this.counts.value().items.at(-1) : undefined));

  protected readonly choices = computed(() => {
    const t = this.words();
    return {
      status: STATUS_CHOICES.map((value) => ({ value, label: t(`statuses.${value}`) })),
      ownership: OWNERSHIP_CHOICES.map((value) => ({ value, label: t(`ownerships.${value}`) })),
      due: DUE_CHOICES.map((value) => ({ value, label: t(`dues.${value}`) })),
      type: [{ value: '', label: t('anyType') }, ...CASE_TYPES.map((value) => ({ value, label: this.type(value) }))],
      officer: [
        { value: '', label: t('anyOfficer') },
        { value: 'none', label: t('noOfficer') },
        ...this.region.officers().map(({ id, name }) => ({ value: id, label: name })),
      ],
      municipality: [
        { value: '', label: t('anyMunicipality') },
        ...this.region.municipalities().map(({ ags, name }) => ({ value: ags, label: name })),
      ],
      step: [
        { value: '', label: t('anyStep') },
        { value: 'without', label: t('withoutStep') },
      ],
    };
  });

  /** Rows that were ticked; those of another page or view are no longer meant. */
  protected readonly marked = signal<readonly string[]>([]);
  private readonly own = computed(
    () =>
      this.page()
        ?.items.filter(({ access }) => access === 'FULL')
        .map(({ id }) => id) ?? [],
  );
  protected readonly chosen = computed(() => this.own().filter((id) => this.marked().includes(id)));
  protected readonly allMarked = computed(() => this.own().length > 0 && this.chosen().length === this.own().length);

  constructor() {
    inject(UndoClient)
      .undone.pipe(takeUntilDestroyed())
      .subscribe(() => this.cases.reload());
    inject(LiveUpdates)
      .on('case')
      .pipe(debounceTime(1_000), takeUntilDestroyed())
      .subscribe(() => this.cases.reload());
  }

  protected mark(id: string): void {
    this.marked.update((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]));
  }

  protected markAll(): void {
    this.marked.set(this.allMarked() ? [] : this.own());
  }

  protected total(count: number): string {
    const key = count === 1 ? 'case.list.one' : 'case.list.many';
    return this.transloco.translate<string>(key, { n: formatNumber(count, this.language()) }, this.language());
  }

  /** A link is the view: whoever opens it sees the same filters with their own rights. */
  protected copyLink(): void {
    void navigator.clipboard.writeText(location.href).then(() => this.toasts.show(this.transloco.translate<string>('case.list.copied')));
  }

  private words(): (key: string) => string {
    const language = this.language();
    return (key) => this.transloco.translate<string>(`case.filter.${key}`, {}, language);
  }

  private type(value: string): string {
    return this.transloco.translate<string>(`case.type.${value}`, {}, this.language());
  }
}
