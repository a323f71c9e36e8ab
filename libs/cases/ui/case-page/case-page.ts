import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink, RouterOutlet } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Icon, Languages, LiveUpdates, Notice, PageHead, StateBlock, StatusChip, TabNav, ShortDate } from '@lotse/shared/ui';
import { filter } from 'rxjs';
import { CaseStatusChip } from '../case-status-chip';
import { DueDate } from '../due-date';
import { CaseActionBar } from './case-action-bar';
import { CASE_TABS } from './case-tabs';
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
  readonly id = input.required<string>();

  protected readonly tabs = computed(() => {
    const language = this.language();
    const current = this.store.current();
    const say = (key: string) => this.transloco.translate<string>(key, {}, language);
    return [
      { link: 'uebersicht', label: say('case.tab.timeline') },
      { link: 'eckdaten', label: say('case.tab.facts') },
      { link: 'wiedervorlagen', label: say('case.tab.followUps') },
      { link: 'arbeitsplaetze', label: say('case.tab.jobs') },
      ...this.contributed
        .filter(({ shown }) => !shown || (current && shown(current)))
        .map(({ label, route }) => ({ link: route.path ?? '', label: say(label) })),
    ];
  });

  constructor() {
    effect(() => this.store.id.set(this.id()));
    inject(LiveUpdates)
      .on('case')
      .pipe(
        filter(({ id }) => id === this.id()),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.store.reload());
  }
}
