import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { ActivatedRoute, RouterLink, RouterOutlet } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { CurrentSession, Icon, Languages, PageHead, QuickLogSubject, RelativeDay, StateBlock, StatusChip, TabNav } from '@lotse/shared/ui';
import { CompanyInView } from './company-in-view';

/** A company: its head, and a tab for every view of it. */
@Component({
  selector: 'lotse-company-page',
  imports: [Icon, MatButtonModule, PageHead, RelativeDay, RouterLink, RouterOutlet, StateBlock, StatusChip, TabNav, TranslocoDirective],
  providers: [CompanyInView],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './company-page.html',
})
export class CompanyPage {
  /** From the address. */
  readonly id = input.required<string>();
  protected readonly view = inject(CompanyInView);
  private readonly session = inject(CurrentSession);
  private readonly texts = inject(TranslocoService);
  private readonly language = inject(Languages).current;
  private readonly children = inject(ActivatedRoute).routeConfig?.children ?? [];
  protected readonly mayOpenCase = computed(() => this.session.may('case.create'));
  /** Tabs of this domain, and those other domains contributed with a label of their own. */
  private readonly entries = [
    { link: 'ueberblick', key: 'company.tab.overview' },
    { link: 'kontakte', key: 'company.tab.interactions' },
    ...this.children
      .filter(({ data }) => typeof data?.['tab'] === 'string')
      .map(({ path, data }) => ({ link: path ?? '', key: String(data?.['tab']) })),
  ];
  protected readonly tabs = computed(() =>
    this.entries.map(({ link, key }) => ({ link, label: this.texts.translate<string>(key, {}, this.language()) })),
  );

  constructor() {
    effect(() => this.view.id.set(this.id()));
    inject(QuickLogSubject).follow(() => {
      const [id, name] = [this.view.company()?.id, this.view.name()];
      return id && name ? { id, name } : undefined;
    });
  }
}
