import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ChecklistItemDto } from '@lotse/cases/contract';
import type { OrganisationPageDto } from '@lotse/identity/contract';
import { CurrentSession, DialogForm, Field, Input, sendAndClose } from '@lotse/shared/ui';
import { ChecklistClient } from './checklist-client';

/** Which organisation is to see to an item. */
@Component({
  selector: 'lotse-hand-dialog',
  imports: [DialogForm, Field, FormField, Input, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'case'">
      <lotse-dialog-form [title]="t('checklist.handTitle')" [action]="t('checklist.handDo')" [error]="error()" (save)="save()">
        <p>{{ t('checklist.handText', { title: data.title }) }}</p>
        <lotse-field [of]="form.toOrganisationId" [label]="t('checklist.to')">
          <select lotseInput [formField]="form.toOrganisationId">
            <option value="">{{ t('choose') }}</option>
            @for (partner of partners(); track partner.id) {
              <option [value]="partner.id">{{ partner.name }}</option>
            }
          </select>
        </lotse-field>
        <lotse-field [of]="form.note" [label]="t('checklist.note')">
          <textarea lotseInput rows="3" [formField]="form.note"></textarea>
        </lotse-field>
      </lotse-dialog-form>
    </ng-container>
  `,
})
export class HandDialog {
  private readonly client = inject(ChecklistClient);
  private readonly session = inject(CurrentSession);
  private readonly dialog = inject<MatDialogRef<HandDialog, ChecklistItemDto>>(MatDialogRef);
  protected readonly data = inject<ChecklistItemDto>(MAT_DIALOG_DATA);
  private readonly organisations = httpResource<OrganisationPageDto>(() => '/api/v1/organisations');
  /** Partners of the own region first. */
  protected readonly partners = computed(() => {
    const all = this.organisations.hasValue() ? this.organisations.value().items : [];
    const own = all.find(({ id }) => id === this.session.organisation()?.id);
    return all
      .filter((partner) => partner !== own)
      .sort((a, b) => Number(b.regionId === own?.regionId) - Number(a.regionId === own?.regionId) || a.name.localeCompare(b.name));
  });
  protected readonly error = signal<unknown>(undefined);
  protected readonly form = form(signal({ toOrganisationId: '', note: '' }), (path) => {
    required(path.toOrganisationId);
    maxLength(path.note, 3500);
  });

  protected async save(): Promise<void> {
    const { toOrganisationId, note } = this.form().value();
    const input = { toOrganisationId, ...(note.trim() && { note: note.trim() }) };
    return sendAndClose(this.dialog, this.form, this.error, () => this.client.hand(this.data, input));
  }
}
