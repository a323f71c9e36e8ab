import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SIZE_CLASSES } from '@lotse/companies/contract';
import {
  CurrentSession,
  Filter,
  FilterBar,
  formatNumber,
  Icon,
  keepLast,
  Languages,
  PageHead,
  Paginator,
  RelativeDay,
  SearchField,
  SortHead,
  StateBlock,
  StatusChip,
  urlFilters,
} from '@lotse/shared/ui';
import { CompaniesClient } from '../companies-client';
import { shownName } from '../shown-name';
import { INDUSTRY_DIVISIONS, listQuery, VIEW } from './list-view';

/** The register: every company the reader may know of, found in any spelling. */
@Component({
  selector: 'lotse-company-list-page',
  imports: [
    Filter,
    FilterBar,
    Icon,
    MatButtonModule,
    PageHead,
    Paginator,
    RelativeDay,
    RouterLink,
    SearchField,
    SortHead,
    StateBlock,
    StatusChip,
    TranslocoDirective,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './company-list-page.html',
})
export class CompanyListPage {
  private readonly client = inject(CompaniesClient);
  private readonly texts = inject(TranslocoService);
  private readonly language = inject(Languages).current;
  private readonly session = inject(CurrentSession);

  protected readonly nameOf = shownName;
  protected readonly filters = urlFilters(VIEW);
  protected readonly mayCreate = computed(() => this.session.may('company.write'));
  protected readonly query = computed(() => listQuery(this.filters.value()));
  protected readonly companies = this.client.list(this.query);
  protected readonly page = keepLast(this.companies);
  protected readonly number = computed(() => Number(this.filters.value().page) || 1);
  protected readonly empty = computed(() =>
    this.page()?.total === 0 ? (this.filters.changed() ? ('filtered' as const) : ('nothing' as const)) : undefined,
  );

  private readonly places = this.client.municipalities(() => ({}));
  protected readonly placeOptions = computed(() => [
    { value: '', label: this.text('list.everywhere') },
    ...(this.places.hasValue() ? this.places.value().items.map(({ ags, name }) => ({ value: ags, label: name })) : []),
  ]);
  protected readonly sizeOptions = computed(() => [
    { value: '', label: this.text('list.anySize') },
    ...SIZE_CLASSES.map((value) => ({ value, label: this.text(`size.${value}`) })),
  ]);
  protected readonly keptOptions = computed(() => [
    { value: '', label: this.text('list.all') },
    { value: 'true', label: this.text('list.ours') },
    { value: 'false', label: this.text('list.others') },
  ]);

  protected readonly industryOptions = computed(() => [
    { value: '', label: this.text('list.anyIndustry') },
    ...INDUSTRY_DIVISIONS.map((value) => ({ value, label: this.text(`division.${value}`) })),
  ]);
  protected readonly confidentialOptions = computed(() => [
    { value: '', label: this.text('list.anyConfidence') },
    { value: 'true', label: this.text('list.onlyConfidential') },
    { value: 'false', label: this.text('list.notConfidential') },
  ]);

  /** "512 Unternehmen": of all pages, as far as the reader may see them. */
  protected total(n: number): string {
    return this.text(n === 1 ? 'list.one' : 'list.many', { n: formatNumber(n, this.language()) });
  }

  private text(key: string, values: Record<string, unknown> = {}): string {
    return this.texts.translate<string>(`company.${key}`, values, this.language());
  }
}
