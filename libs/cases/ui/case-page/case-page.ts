import { NgComponentOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  Icon,
  Languages,
  LiveUpdates,
  Notice,
  PageHead,
  QuickLogSubject,
  StateBlock,
  StatusChip,
  TabNav,
  ShortDate,
} from '@lotse/shared/ui';
import { filter, map } from 'rxjs';
import { CaseStatusChip } from '../case-status-chip';
import { DueDate } from '../due-date';
import { CaseActionBar } from './case-action-bar';
import { CASE_HEAD_PARTS, CASE_TABS, type CaseTab } from './case-tabs';
import { CaseStore } from './case-store';
import { CaseStub } from './case-stub';

/** Head of a case: who, what, by when, who is on it, what comes next; below it its tabs as child routes. */
@Component({
  selector: 'lotse-case-page',
  imports: [
    CaseActionBar,
    CaseStatusChip,
    CaseStub,
    DueDate,
    Icon,
    NgComponentOutlet,
    Notice,
    PageHead,
    RouterLink,
    RouterOutlet,
    ShortDate,
    StateBlock,
    StatusChip,
    TabNav,
    TranslocoDirective,
  ],
  providers: [CaseStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './case-page.html',
  styleUrl: './case-page.scss',
})
export class CasePage {
  protected readonly store = inject(CaseStore);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Languages).current;
  private readonly contributed = inject(CASE_TABS);
  protected readonly headParts = inject(CASE_HEAD_PARTS, { optional: true }) ?? [];
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly stubTabs = this.contributed.filter(({ forStub }) => forStub);
  readonly id = input.required<string>();

  protected readonly tabs = computed(() => {
    const language = this.language();
    const current = this.store.current();
    const say = (key: string) => this.transloco.translate<string>(key, {}, language);
    const toTab = ({ label, route }: CaseTab) => ({ link: route.path ?? '', label: say(label) });
    if (this.store.stub()) return this.stubTabs.map(toTab);
    const shown = this.contributed.filter((tab) => !tab.shown || (current && tab.shown(current)));
    return [
      { link: 'uebersicht', label: say('case.tab.timeline') },
      { link: 'eckdaten', label: say('case.tab.facts') },
      { link: 'wiedervorlagen', label: say('case.tab.followUps') },
      { link: 'dokumente', label: say('case.tab.documents') },
      ...shown.filter(({ last }) => !last).map(toTab),
      { link: 'arbeitsplaetze', label: say('case.tab.jobs') },
      { link: 'zustaendigkeit', label: say('case.tab.accountability') },
      ...shown.filter(({ last }) => last).map(toTab),
    ];
  });
  private readonly address = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.router.url),
    ),
    { initialValue: this.router.url },
  );
  /** Whether the address leads to a tab this reader has: a stub has hardly any. */
  protected readonly hasTab = computed(() => {
    if (this.store.current()) return true;
    const open = this.address().split('?')[0]?.split('/').at(-1);
    return this.store.stub() !== undefined && this.stubTabs.some(({ route }) => route.path === open);
  });

  constructor() {
    effect(() => this.store.id.set(this.id()));
    inject(QuickLogSubject).follow(() => {
      const of = this.store.current();
      return of && { id: of.companyId, name: of.companyName, caseId: of.id, contactName: of.contactPersonName ?? undefined };
    });
    effect(() => {
      const [first] = this.stubTabs;
      if (!first?.route.path || !this.store.stub() || this.hasTab()) return;
      void this.router.navigate([first.route.path], { relativeTo: this.route, replaceUrl: true });
    });
    // Whoever loses the case hears of it by the handover alone: news of the case are for those who still read it.
    inject(LiveUpdates)
      .on('case', 'handover')
      .pipe(
        filter(({ topic, id }) => topic === 'handover' || id === this.id()),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.store.reload());
  }
}
