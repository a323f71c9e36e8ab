import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { CreateFollowUpDto, FollowUpDto } from '@lotse/cases/contract';
import { CurrentSession, Icon, keepLast, ProblemMessage, ShortDate, StateBlock, StatusChip, Toasts } from '@lotse/shared/ui';
import type { Observable } from 'rxjs';
import { CaseStore } from '../case-page/case-store';
import { DueDate } from '../due-date';
import { FollowUpWords } from '../follow-up-words';
import { UndoClient } from '../undo/undo-client';
import { FollowUpsClient } from '../follow-ups-client';
import { FollowUpForm } from './follow-up-form';

/** The tab "Wiedervorlagen": what is to be done by a day. Finishing one asks for the next in the same line. */
@Component({
  selector: 'lotse-case-follow-ups',
  imports: [DueDate, FollowUpForm, Icon, MatButtonModule, ProblemMessage, ShortDate, StateBlock, StatusChip, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './case-follow-ups.html',
  styleUrl: './case-follow-ups.scss',
})
export class CaseFollowUps {
  private readonly client = inject(FollowUpsClient);
  private readonly toasts = inject(Toasts);
  private readonly undo = inject(UndoClient);
  private readonly transloco = inject(TranslocoService);
  private readonly session = inject(CurrentSession);
  protected readonly words = inject(FollowUpWords);
  protected readonly store = inject(CaseStore);
  readonly id = input.required<string>();

  protected readonly followUps = this.client.ofCase(() => this.id());
  protected readonly page = keepLast(this.followUps);
  protected readonly open = computed(() => this.page()?.items.filter(({ doneAt }) => !doneAt) ?? []);
  protected readonly done = computed(() => this.page()?.items.filter(({ doneAt }) => doneAt) ?? []);
  protected readonly adding = signal(false);
  /** The one being finished. */
  protected readonly finishing = signal<string | undefined>(undefined);
  protected readonly error = signal<unknown>(undefined);

  constructor() {
    effect(() => {
      if (this.store.changed() > 0) untracked(() => this.followUps.reload());
    });
  }

  protected mayFinish({ organisationId, assigneeId }: FollowUpDto): boolean {
    if (organisationId !== this.session.organisation()?.id || !this.session.may('followUp.finish')) return false;
    return this.store.mayContribute() || assigneeId === this.session.user()?.id;
  }

  protected readonly add = (input: CreateFollowUpDto): Observable<FollowUpDto> => this.client.add(this.id(), input);
  protected readonly finishWith = (followUp: FollowUpDto) => (next: CreateFollowUpDto) => this.client.finish(followUp, true, { next });

  /** Whoever may enter the next one is asked for it; anybody else just finishes. */
  protected start(followUp: FollowUpDto): void {
    if (this.store.mayContribute()) this.finishing.set(followUp.id);
    else this.finish(followUp, true);
  }

  protected finish(followUp: FollowUpDto, done: boolean, noneNeeded = false): void {
    this.error.set(undefined);
    this.client.finish(followUp, done, { noneNeeded: noneNeeded || undefined }).subscribe({
      next: (changed) => {
        this.said(done ? 'finished' : undefined, done ? () => this.finish(changed, false) : undefined);
      },
      error: (error: unknown) => {
        this.error.set(error);
        this.followUps.reload();
      },
    });
  }

  protected mayRemove({ kind, organisationId }: FollowUpDto): boolean {
    return kind === 'TASK' && organisationId === this.session.organisation()?.id && this.store.mayContribute();
  }

  protected remove(followUp: FollowUpDto): void {
    this.error.set(undefined);
    this.client.remove(followUp).subscribe({
      next: ({ undoId }) => {
        this.followUps.reload();
        this.undo.offer(this.transloco.translate<string>('case.followUp.removed'), undoId);
      },
      error: (error: unknown) => {
        this.error.set(error);
        this.followUps.reload();
      },
    });
  }

  protected said(key: string | undefined, undo?: () => void): void {
    this.adding.set(false);
    this.finishing.set(undefined);
    this.followUps.reload();
    if (key) this.toasts.show(this.transloco.translate<string>(`case.followUp.${key}`), { undo });
  }
}
