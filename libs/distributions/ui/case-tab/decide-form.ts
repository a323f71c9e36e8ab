import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { applyEach, form, FormField, maxLength } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { DISTRIBUTION_NOTE_MAX, type DistributionDto } from '@lotse/distributions/contract';
import { Field, Input, Notice, ProblemMessage, submitTo } from '@lotse/shared/ui';
import { DistributionsClient } from '../distributions-client';

/** How the lead ends an enquiry: whose offer the company takes, or that it is taken back. */
@Component({
  selector: 'lotse-decide-form',
  imports: [Field, FormField, Input, MatButtonModule, Notice, ProblemMessage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form *transloco="let t; prefix: 'distribution'" class="lotse-form" novalidate (submit)="$event.preventDefault(); send()">
      @if (action() === 'decide') {
        <lotse-field class="full" [of]="form.chosen" [label]="t('decide.chosen')" [sayOptional]="false">
          <select lotseInput [formField]="form.chosen">
            <option value="">{{ t('decide.nobody') }}</option>
            @for (offer of offers(); track offer.organisationId) {
              <option [value]="offer.organisationId">{{ offer.organisationName }}: {{ offer.site }}</option>
            }
          </select>
        </lotse-field>
        <details class="full">
          <summary>{{ t('decide.wordsTitle') }}</summary>
          <p class="lotse-quiet">{{ t('decide.wordsText') }}</p>
          @for (who of receivers(); track who.organisationId; let n = $index) {
            @if (form.words[n]; as words) {
              <lotse-field [of]="words" [label]="t('decide.wordsTo', { name: who.name })">
                <textarea lotseInput rows="2" [formField]="words"></textarea>
              </lotse-field>
            }
          }
        </details>
      } @else {
        <lotse-notice class="full" tone="warning">{{ t('decide.withdrawText') }}</lotse-notice>
      }
      <lotse-field class="full" [of]="form.note" [label]="t('decide.' + action() + 'Note')" [hint]="t('decide.' + action() + 'NoteHint')">
        <textarea lotseInput rows="2" [formField]="form.note"></textarea>
      </lotse-field>
      <lotse-problem class="full" [error]="error()" />
      <div class="lotse-actions full">
        <button matButton="filled" type="submit" [disabled]="form().submitting()">{{ t('action.' + action()) }}</button>
        <button matButton type="button" (click)="leave.emit()">{{ t('send.cancel') }}</button>
      </div>
    </form>
  `,
})
export class DecideForm {
  private readonly client = inject(DistributionsClient);
  readonly distribution = input.required<DistributionDto>();
  readonly action = input.required<'decide' | 'withdraw'>();
  readonly done = output();
  readonly leave = output();
  protected readonly error = signal<unknown>(undefined);
  protected readonly offers = computed(() => this.distribution().answers?.filter(({ answer }) => answer === 'OFFER') ?? []);
  protected readonly receivers = computed(() => this.distribution().receivers ?? []);
  /** One text for each organisation asked, in their order. */
  private readonly model = linkedSignal({
    source: () => this.receivers().length,
    computation: (count) => ({ chosen: '', note: '', words: Array.from({ length: count }, () => '') }),
  });
  protected readonly form = form(this.model, (path) => {
    maxLength(path.note, DISTRIBUTION_NOTE_MAX);
    applyEach(path.words, (words) => maxLength(words, DISTRIBUTION_NOTE_MAX));
  });

  protected async send(): Promise<void> {
    this.error.set(undefined);
    const { id } = this.distribution();
    const { chosen, note, words: texts } = this.form().value();
    const outcomes = this.receivers()
      .map(({ organisationId }, n) => ({ organisationId, note: texts[n] ?? '' }))
      .filter((one) => one.note.trim());
    const words = note.trim() ? { note } : {};
    const sent = await submitTo(this.form, () =>
      this.action() === 'withdraw'
        ? this.client.withdraw(id, note)
        : this.client.decide(id, { chosenOrganisationId: chosen || null, ...(outcomes.length > 0 && { outcomes }), ...words }),
    );
    if (sent.done) this.done.emit();
    else this.error.set(sent.error);
  }
}
