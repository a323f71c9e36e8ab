import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SIZE_CLASSES, type CompanyListQueryDto, type SizeClass } from '@lotse/companies/contract';
import {
  CurrentSession,
  Filter,
  FilterBar,
  Icon,
  keepLast,
  Languages,
  PageHead,
  Paginator,
  RelativeDay,
  SearchField,
  StateBlock,
  StatusChip,
  urlFilters,
} from '@lotse/shared/ui';
import { CompaniesClient } from '../companies-client';

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

  protected readonly filters = urlFilters({ q: '', ags: '', sizeClass: '', kept: '', page: '1' });
  protected readonly mayCreate = computed(() => this.session.may('company.write'));
  protected readonly query = computed<Partial<CompanyListQueryDto>>(() => {
    const { q, ags, sizeClass, kept, page } = this.filters.value();
    return {
      q,
      ags,
      sizeClass: (sizeClass || undefined) as SizeClass | undefined,
      kept: kept ? kept === 'true' : undefined,
      page: Number(page) || 1,
    };
  });
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

  private text(key: string): string {
    return this.texts.translate<string>(`company.${key}`, {}, this.language());
  }
}
