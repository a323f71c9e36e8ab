import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { AddChecklistDto, ChecklistItemDto } from '@lotse/cases/contract';
import { CurrentSession, Icon, keepLast, ProblemMessage, ShortDate, Toasts } from '@lotse/shared/ui';
import type { Observable } from 'rxjs';
import { CaseStore } from '../case-page/case-store';
import { UndoClient } from '../undo/undo-client';
import { ChecklistClient } from './checklist-client';
import { HandDialog } from './hand-dialog';

/** The card "Checkliste" above the timeline: what is to be seen to; an item can be handed to another organisation and ticks itself. */
@Component({
  selector: 'lotse-case-checklist',
  imports: [Icon, MatButtonModule, ProblemMessage, ShortDate, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './case-checklist.html',
  styleUrl: './case-checklist.scss',
})
export class CaseChecklist {
  private readonly client = inject(ChecklistClient);
  private readonly undo = inject(UndoClient);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(MatDialog);
  private readonly transloco = inject(TranslocoService);
  private readonly session = inject(CurrentSession);
  protected readonly store = inject(CaseStore);
  readonly id = input.required<string>();

  private readonly checklist = this.client.ofCase(() => this.id());
  protected readonly list = keepLast(this.checklist);
  protected readonly done = computed(() => this.list()?.items.filter(({ doneAt }) => doneAt).length ?? 0);
  protected readonly suggestions = computed(() => (this.store.mayContribute() ? (this.list()?.suggestions ?? []) : []));
  protected readonly isShown = computed(() => (this.list()?.total ?? 0) > 0 || this.store.mayContribute());
  protected readonly error = signal<unknown>(undefined);
  protected readonly own = signal('');

  constructor() {
    effect(() => {
      if (this.store.changed() > 0) untracked(() => this.checklist.reload());
    });
  }

  protected addOwn(): void {
    const title = this.own().trim();
    if (title) this.add({ titles: [title] }, () => this.own.set(''));
  }

  protected add(input: AddChecklistDto, then?: () => void): void {
    this.run(this.client.add(this.id(), input), then);
  }

  protected tick(item: ChecklistItemDto): void {
    this.run(this.client.tick(item, !item.doneAt));
  }

  protected remove(item: ChecklistItemDto): void {
    this.run(this.client.remove(item), ({ undoId }) => this.undo.offer(this.say('removed'), undoId));
  }

  /** Only the owner asks others; what they are asked and have not decided is not asked twice. */
  protected mayHand({ doneAt, handover }: ChecklistItemDto): boolean {
    const isOpen = handover?.state === 'OFFERED' || handover?.state === 'RUNNING';
    return !doneAt && !isOpen && this.store.mayMove() && this.session.may('checklist.hand') && this.store.current()?.status !== 'CLOSED';
  }

  protected mayRemove({ isOwn, handover }: ChecklistItemDto): boolean {
    return isOwn && this.store.mayContribute() && handover?.state !== 'OFFERED' && handover?.state !== 'RUNNING';
  }

  protected hand(item: ChecklistItemDto): void {
    this.dialogs
      .open<HandDialog, ChecklistItemDto, ChecklistItemDto>(HandDialog, {
        data: item,
        width: '36rem',
        maxWidth: '96vw',
        autoFocus: 'first-tabbable',
      })
      .afterClosed()
      .subscribe((handed) => {
        if (!handed) return;
        this.checklist.reload();
        this.toasts.show(this.say('handed', { organisation: handed.handover?.organisationName ?? '' }));
      });
  }

  private run<T>(what: Observable<T>, then?: (result: T) => void): void {
    this.error.set(undefined);
    what.subscribe({
      next: (result) => {
        this.checklist.reload();
        then?.(result);
      },
      error: (error: unknown) => {
        this.error.set(error);
        this.checklist.reload();
      },
    });
  }

  private say(key: string, values: Record<string, unknown> = {}): string {
    return this.transloco.translate<string>(`case.checklist.${key}`, values);
  }
}
