import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { CurrentSession, keepLast, StateBlock, Timeline } from '@lotse/shared/ui';
import { CaseStore } from '../case-page/case-store';
import { CaseChecklist } from '../checklist/case-checklist';
import { CasesClient } from '../cases-client';
import { RelocationCard } from '../relocation/relocation-card';
import { CaseRouting } from '../routing/case-routing';
import { EventWords } from './event-words';

const STEP = 50;
const MOST = 200;

/** The tab "Verlauf": what happened to the case, newest first, with old and new values. */
@Component({
  selector: 'lotse-case-timeline',
  imports: [CaseChecklist, CaseRouting, MatButtonModule, RelocationCard, StateBlock, Timeline, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (isToRoute()) {
      <lotse-case-routing [id]="id()" />
    }
    @if (isMove()) {
      <lotse-relocation-card [id]="id()" />
    }
    <lotse-case-checklist [id]="id()" />
    <ng-container *transloco="let t; prefix: 'case.timeline'">
      <lotse-state [of]="events" [empty]="page()?.total === 0 ? 'nothing' : undefined">
        <p>{{ t('nothing') }}</p>
      </lotse-state>
      @if (page(); as page) {
        <lotse-timeline [items]="items()" [level]="2" />
        @if (page.total > page.items.length && size() < most) {
          <button matButton type="button" (click)="size.set(most)">{{ t('more') }}</button>
        }
      }
    </ng-container>
  `,
})
export class CaseTimeline {
  private readonly store = inject(CaseStore);
  private readonly session = inject(CurrentSession);
  private readonly words = inject(EventWords);
  readonly id = input.required<string>();

  /** A relocation of the own organisation: others are told when it is time. */
  protected readonly isMove = computed(() => this.store.current()?.type === 'RELOCATION' && this.store.current()?.access === 'FULL');
  /** A new case that is neither offered nor taken over, for those who may offer it. */
  protected readonly isToRoute = computed(() => {
    const of = this.store.current();
    if (of?.status !== 'NEW' || of.access !== 'FULL' || !this.session.may('handover.offer') || !this.page()) return false;
    const last = this.page()?.items.find(({ kind, data }) => kind.startsWith('handover.') && data['handoverKind'] === 'TRANSFER');
    return last === undefined || ['handover.declined', 'handover.withdrawn', 'handover.expired'].includes(last.kind);
  });
  protected readonly most = MOST;
  protected readonly size = signal(STEP);
  protected readonly events = inject(CasesClient).timeline(
    () => this.id(),
    () => this.size(),
  );
  protected readonly page = keepLast(this.events);
  protected readonly items = computed(() => this.page()?.items.map((event) => this.words.item(event)) ?? []);

  constructor() {
    effect(() => {
      if (this.store.changed() > 0) untracked(() => this.events.reload());
    });
  }
}
