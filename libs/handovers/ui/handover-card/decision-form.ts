import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { form, FormField, maxLength, required, validate } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { GiveAccess, MentionList } from '@lotse/companies/ui';
import { HANDOVER_NOTE_MAX, needsReason, REFUSAL_REASONS, type HandoverAction, type HandoverDto } from '@lotse/handovers/contract';
import { DraftNote, Field, Input, keepDraft, problemOf, submitTo } from '@lotse/shared/ui';
import { HandoversClient } from '../handovers-client';
import { DecisionFailure } from './decision-failure';

/** What a form opens for; accepting needs none. */
export type FormAction = Exclude<HandoverAction, 'accept'> | 'ask';

/** The words a decision needs: reason and explanation to decline or return, a note to withdraw or end, a question to ask. */
@Component({
  selector: 'lotse-decision-form',
  imports: [DecisionFailure, DraftNote, Field, FormField, Input, MatButtonModule, MentionList, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './decision-form.html',
  styles: `
    form {
      padding-block-start: 0.5rem;
    }
    h4,
    p {
      grid-column: 1 / -1;
      margin: 0;
    }
  `,
})
export class DecisionForm {
  private readonly client = inject(HandoversClient);
  private readonly access = inject(GiveAccess);
  private readonly mentions = viewChild(MentionList);
  readonly handover = input.required<HandoverDto>();
  readonly action = input.required<FormAction>();
  readonly done = output();
  /** Somebody was faster. */
  readonly beaten = output();
  readonly leave = output();

  protected readonly reasons = REFUSAL_REASONS;
  protected readonly error = signal<unknown>(undefined);
  protected readonly needsReason = computed(() => this.isDecision() && needsReason(this.action() as HandoverAction));
  protected readonly needsWords = computed(() => this.needsReason() || this.action() === 'ask');
  protected readonly noteLabel = computed(() => {
    if (this.needsReason()) return 'words';
    return ({ ask: 'question', end: 'statement' } as Partial<Record<FormAction, string>>)[this.action()] ?? 'note';
  });
  protected readonly extra = computed(() => (['return', 'end', 'ask'].includes(this.action()) ? `${this.action()}Text` : undefined));

  protected readonly words = signal({ reasonCode: '', note: '' });
  protected readonly form = form(this.words, (path) => {
    required(path.reasonCode, { when: () => this.needsReason() });
    required(path.note, { when: () => this.needsWords() });
    validate(path.note, ({ value }) => (this.needsWords() && value() && !value().trim() ? { kind: 'required' } : undefined));
    maxLength(path.note, HANDOVER_NOTE_MAX);
  });

  protected readonly draft = keepDraft<{ reasonCode: string; note: string }>({
    key: () => `handover:${this.handover().id}:${this.action()}`,
    typed: () => (this.words().note.trim() ? this.words() : undefined),
    restore: (words) => this.words.set(words),
    clear: () => this.words.set({ reasonCode: '', note: '' }),
  });

  protected async send(): Promise<void> {
    this.error.set(undefined);
    const { reasonCode, note } = this.words();
    const action = this.action();
    const mentions = this.mentions()?.named(note) ?? [];
    const decision = { ...(reasonCode && { reasonCode }), ...(note.trim() && { note }) };
    const sent = await submitTo(this.form, () =>
      action === 'ask'
        ? this.client.ask(this.handover().id, { note, ...(mentions.length && { mentions }) })
        : this.client.decide(this.handover().id, action, decision),
    );
    if (sent.done) {
      this.draft.sent();
      this.access.offer(this.handover().caseId, sent.result.withoutAccess ?? []);
      return this.done.emit();
    }
    this.error.set(sent.error);
    if (sent.error && problemOf(sent.error).status === 409) this.beaten.emit();
  }

  private isDecision(): boolean {
    return this.action() !== 'ask';
  }
}
