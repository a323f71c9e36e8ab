import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { CaseDto } from '@lotse/cases/contract';
import type { ProcedureDto } from '@lotse/permits/contract';
import { CurrentSession, Icon, keepLast, LiveUpdates, Notice, StateBlock, Toasts, WeekdayDate } from '@lotse/shared/ui';
import { filter } from 'rxjs';
import { nextClock } from '../parts/looks';
import { PermitsClient } from '../permits-client';
import { nextDue, requiredBy, stepsOf } from './plan';
import { ProcedureCard } from './procedure-card';
import { ProcedureForm } from '../procedure/procedure-form';

/** The tab "Genehmigungen": the plan on one screen – which procedures, in which order, how long each may take. */
@Component({
  selector: 'lotse-case-procedures',
  imports: [Icon, MatButtonModule, Notice, ProcedureCard, ProcedureForm, StateBlock, TranslocoDirective, WeekdayDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './case-procedures.html',
  styleUrl: './case-procedures.scss',
})
export class CaseProcedures {
  private readonly session = inject(CurrentSession);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  /** Id of the case, from the route of its page. */
  readonly id = input.required<string>();

  protected readonly list = inject(PermitsClient).ofCase(() => this.id());
  protected readonly page = keepLast(this.list);
  private readonly theCase = httpResource<CaseDto>(() => `/api/v1/cases/${this.id()}`);
  private readonly known = keepLast(this.theCase);
  protected readonly opening = signal(false);
  protected readonly items = computed(() => this.page()?.items ?? []);
  protected readonly steps = computed(() => stepsOf(this.items()));
  protected readonly next = computed(() => {
    const procedure = nextDue(this.items());
    const clock = procedure && nextClock(procedure);
    return procedure && clock && { procedure, clock };
  });
  protected readonly mayOpen = computed(() => {
    const known = this.known();
    return this.session.may('permit.write') && known !== undefined && (known.access === 'FULL' || known.mayContribute);
  });
  protected readonly requiredBy = requiredBy;

  constructor() {
    inject(LiveUpdates)
      .on('case')
      .pipe(
        filter(({ id }) => id === this.id()),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.list.reload());
  }

  protected opened(procedure: ProcedureDto): void {
    this.opening.set(false);
    this.toasts.show(this.transloco.translate('permit.done.opened'));
    void this.router.navigate(['/verfahren', procedure.id]);
  }
}
