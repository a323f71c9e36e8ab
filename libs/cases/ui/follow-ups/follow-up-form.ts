import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CreateFollowUpDto, FollowUpDto } from '@lotse/cases/contract';
import { aDay, CurrentSession, Field, Input, ProblemMessage, submitTo, When } from '@lotse/shared/ui';
import type { Observable } from 'rxjs';
import { RegionClient } from '../region-client';

/** What, by when, who. Further buttons are projected behind the first. */
@Component({
  selector: 'lotse-follow-up-form',
  imports: [Field, FormField, Input, MatButtonModule, ProblemMessage, TranslocoDirective, When],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="lotse-form" novalidate *transloco="let t; prefix: 'case'" (submit)="$event.preventDefault(); save()">
      <lotse-field class="full" [of]="form.title" [label]="t('followUp.what')">
        <input lotseInput autocomplete="off" [formField]="form.title" />
      </lotse-field>
      <lotse-when [of]="form.dueOn" [label]="t('followUp.when')" />
      <lotse-field [of]="form.assigneeId" [sayOptional]="false" [label]="t('followUp.who')">
        <select lotseInput [formField]="form.assigneeId">
          <option value="">{{ t('followUp.anybody') }}</option>
          @for (person of region.colleagues(); track person.id) {
            <option [value]="person.id">{{ person.name }}</option>
          }
        </select>
      </lotse-field>
      <lotse-problem [error]="error()" />
      <div class="lotse-actions">
        <button matButton="filled" type="submit">{{ t('followUp.add') }}</button>
        <ng-content />
        <button matButton type="button" (click)="left.emit()">{{ t('cancel') }}</button>
      </div>
    </form>
  `,
})
export class FollowUpForm {
  protected readonly region = inject(RegionClient);
  readonly send = input.required<(input: CreateFollowUpDto) => Observable<FollowUpDto>>();
  readonly sent = output();
  readonly left = output();

  protected readonly error = signal<unknown>(undefined);
  protected readonly form = form(signal({ title: '', dueOn: '', assigneeId: inject(CurrentSession).user()?.id ?? '' }), (path) => {
    required(path.title);
    maxLength(path.title, 300);
    required(path.dueOn);
    aDay(path.dueOn);
  });

  protected async save(): Promise<void> {
    this.error.set(undefined);
    const { title, dueOn, assigneeId } = this.form().value();
    const sent = await submitTo(this.form, () => this.send()({ title, dueOn, assigneeId: assigneeId || null }));
    if (sent.done) this.sent.emit();
    else this.error.set(sent.error);
  }
}
