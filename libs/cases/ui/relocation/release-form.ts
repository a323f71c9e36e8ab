import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { RELEASE_KINDS, type RelocationDto, type ReleaseKind } from '@lotse/cases/contract';
import { aDay, dayOf, Field, Input, ProblemMessage, submitTo } from '@lotse/shared/ui';
import { RelocationClient } from './relocation-client';

/** Who agreed and when, or where the move was published: one line each, oral agreement is enough. */
@Component({
  selector: 'lotse-release-form',
  imports: [Field, FormField, Input, MatButtonModule, ProblemMessage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="lotse-form" novalidate *transloco="let t; prefix: 'case.relocation'" (submit)="$event.preventDefault(); save()">
      <lotse-field [of]="form.kind" [sayOptional]="false" [label]="t('kind')">
        <select lotseInput [formField]="form.kind">
          @for (kind of kinds; track kind) {
            <option [value]="kind">{{ t('kindText.' + kind) }}</option>
          }
        </select>
      </lotse-field>
      @if (values().kind === 'CONSENT') {
        <lotse-field [of]="form.by" [label]="t('by')" [hint]="t('byHint')">
          <input lotseInput autocomplete="off" [formField]="form.by" />
        </lotse-field>
      }
      <lotse-field [of]="form.on" [label]="t(values().kind === 'CONSENT' ? 'agreedOn' : 'publishedOn')">
        <input lotseInput type="date" min="1900-01-01" [max]="today" [formField]="form.on" />
      </lotse-field>
      <lotse-field class="full" [of]="form.note" [label]="t(values().kind === 'CONSENT' ? 'note' : 'where')">
        <input lotseInput autocomplete="off" [formField]="form.note" />
      </lotse-field>
      <lotse-problem class="full" [error]="error()" />
      <div class="lotse-actions">
        <button matButton="filled" type="submit">{{ t('save') }}</button>
        <button matButton type="button" (click)="left.emit()">{{ t('cancel') }}</button>
      </div>
    </form>
  `,
})
export class ReleaseForm {
  private readonly client = inject(RelocationClient);
  readonly caseId = input.required<string>();
  readonly saved = output<RelocationDto>();
  readonly left = output();

  protected readonly kinds = RELEASE_KINDS;
  protected readonly today = dayOf(new Date());
  protected readonly error = signal<unknown>(undefined);
  protected readonly values = signal({ kind: 'CONSENT', by: '', on: dayOf(new Date()), note: '' });
  protected readonly form = form(this.values, (path) => {
    required(path.by, { when: ({ valueOf }) => valueOf(path.kind) === 'CONSENT' });
    maxLength(path.by, 200);
    required(path.on);
    aDay(path.on);
    required(path.note, { when: ({ valueOf }) => valueOf(path.kind) === 'PUBLISHED' });
    maxLength(path.note, 1000);
  });

  protected async save(): Promise<void> {
    this.error.set(undefined);
    const { kind, by, on, note } = this.values();
    const input = { kind: kind as ReleaseKind, by: kind === 'CONSENT' ? by : null, on, note: note.trim() || null };
    const sent = await submitTo(this.form, () => this.client.release(this.caseId(), input));
    if (sent.done) this.saved.emit(sent.result);
    else this.error.set(sent.error);
  }
}
