import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { CaseDto } from '@lotse/cases/contract';
import { DialogForm, storedIn, Toasts } from '@lotse/shared/ui';
import { firstValueFrom } from 'rxjs';
import { CasesClient } from '../cases-client';
import { RegionClient } from '../region-client';

/** Whether only the team reads the case, and who is in it besides the officer. */
@Component({
  selector: 'lotse-team-dialog',
  imports: [DialogForm, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './team-dialog.html',
})
export class TeamDialog {
  private readonly client = inject(CasesClient);
  private readonly dialog = inject<MatDialogRef<TeamDialog, CaseDto>>(MatDialogRef);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly region = inject(RegionClient);
  private readonly seen = signal(inject<CaseDto>(MAT_DIALOG_DATA));

  protected readonly confidential = signal(this.seen().confidential);
  protected readonly members = signal<readonly string[]>(this.seen().team.map(({ id }) => id));
  protected readonly people = computed(() => this.region.colleagues().filter(({ id }) => id !== this.seen().officerId));
  protected readonly busy = signal(false);
  protected readonly error = signal<unknown>(undefined);

  protected toggle(id: string): void {
    this.members.update((members) => (members.includes(id) ? members.filter((member) => member !== id) : [...members, id]));
  }

  /** People first: who is to stay able to read the case must be in its team before it is closed to the others. */
  protected async save(): Promise<void> {
    this.busy.set(true);
    this.error.set(undefined);
    try {
      const before = this.seen();
      const sameTeam = before.team.length === this.members().length && before.team.every(({ id }) => this.members().includes(id));
      if (!sameTeam) this.seen.set(await firstValueFrom(this.client.setTeam(before, [...this.members()])));
      if (this.confidential() !== before.confidential) {
        this.seen.set(await firstValueFrom(this.client.setConfidential(this.seen(), this.confidential())));
      }
      this.toasts.show(this.transloco.translate<string>('case.team.done'));
      this.dialog.close(this.seen());
    } catch (error) {
      // The next attempt rests on what is stored; the choice on screen stays as it is.
      this.seen.update((seen) => storedIn<CaseDto>(error) ?? seen);
      this.error.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
