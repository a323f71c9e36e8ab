import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { TranslocoDirective } from '@jsverse/transloco';
import { CurrentSession, Icon, ProblemText, Toasts } from '@lotse/shared/ui';
import { Reload } from './reload';

/** The organisation one acts for, always in sight; a menu for those who belong to several. */
@Component({
  selector: 'lotse-organisation-switch',
  imports: [Icon, MatMenuModule, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './organisation-switch.html',
  styleUrl: './organisation-switch.scss',
})
export class OrganisationSwitch {
  protected readonly session = inject(CurrentSession);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemText);
  private readonly reload = inject(Reload);

  protected actFor(id: string): void {
    if (id === this.session.organisation()?.id) return;
    this.session.actFor(id).subscribe({
      next: () => this.reload.fromStart(),
      error: (error: unknown) => this.toasts.show(this.problems.of(error), { tone: 'danger' }),
    });
  }
}
