import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { AbsenceDto } from '@lotse/identity/contract';
import { Confirm, CurrentSession, keepLast, PageHead, ProblemMessage, ShortDate, StateBlock, StatusChip, Toasts } from '@lotse/shared/ui';
import { filter, switchMap } from 'rxjs';
import { AbsenceForm } from './absence-form';
import { AbsencesClient } from './absences-client';

/** Dates of absence with a deputy, who gets the offers meanwhile. */
@Component({
  selector: 'lotse-absences-page',
  imports: [AbsenceForm, MatButtonModule, PageHead, ProblemMessage, ShortDate, StateBlock, StatusChip, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './absences-page.html',
})
export class AbsencesPage {
  private readonly client = inject(AbsencesClient);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(CurrentSession);

  protected readonly absences = this.client.list();
  protected readonly page = keepLast(this.absences);
  protected readonly error = signal<unknown>(undefined);

  protected entered({ deputyName }: AbsenceDto): void {
    this.toasts.show(this.transloco.translate('absence.saved', { deputy: deputyName }));
    this.absences.reload();
  }

  protected end(absence: AbsenceDto): void {
    this.error.set(undefined);
    const { deputyName: deputy, userName: person } = absence;
    this.confirm
      .ask({
        title: this.transloco.translate('absence.endQuestion'),
        text: this.transloco.translate('absence.endText', { deputy, person }),
        confirm: this.transloco.translate('absence.end'),
      })
      .pipe(
        filter(Boolean),
        switchMap(() => this.client.end(absence)),
      )
      .subscribe({
        next: () => {
          this.toasts.show(this.transloco.translate('absence.ended'));
          this.absences.reload();
        },
        error: (error: unknown) => this.error.set(error),
      });
  }
}
