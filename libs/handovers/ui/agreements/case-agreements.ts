import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { AgreementDto } from '@lotse/handovers/contract';
import { Confirm, CurrentSession, Icon, keepLast, LiveUpdates, ProblemMessage, ShortDate, StateBlock, Toasts } from '@lotse/shared/ui';
import { filter, switchMap } from 'rxjs';
import { AgreementForm } from './agreement-form';
import { AgreementsClient } from './agreements-client';

/** What is needed of the case. */
interface CaseOfAgreements {
  contactPersonId: string | null;
  contactPersonName: string | null;
}

/** On what the sharing of a case rests besides the statutory task; for its owner. */
@Component({
  selector: 'lotse-case-agreements',
  imports: [AgreementForm, Icon, MatButtonModule, ProblemMessage, ShortDate, StateBlock, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './case-agreements.html',
  styleUrl: './case-agreements.scss',
})
export class CaseAgreements {
  private readonly client = inject(AgreementsClient);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(TranslocoService);
  protected readonly mayChange = inject(CurrentSession).may('case.write');
  readonly caseId = input.required<string>();

  protected readonly agreements = this.client.ofCase(() => this.caseId());
  protected readonly page = keepLast(this.agreements);
  private readonly theCase = httpResource<CaseOfAgreements>(() => `/api/v1/cases/${this.caseId()}`);
  protected readonly contact = computed(() => {
    if (!this.theCase.hasValue()) return undefined;
    const { contactPersonId: id, contactPersonName: name } = this.theCase.value();
    return id && name ? { id, name } : undefined;
  });
  protected readonly adding = signal(false);
  protected readonly error = signal<unknown>(undefined);

  constructor() {
    inject(LiveUpdates)
      .on('case')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.agreements.reload());
  }

  protected recorded(): void {
    this.adding.set(false);
    this.agreements.reload();
    this.toasts.show(this.texts.translate<string>('handover.agreement.saved'));
  }

  protected withdraw({ id, givenBy, inUse }: AgreementDto): void {
    const say = (key: string) => this.texts.translate<string>(`handover.agreement.${key}`, { name: givenBy, n: inUse });
    this.error.set(undefined);
    this.confirm
      .ask({ title: say('withdrawTitle'), text: say(inUse ? 'withdrawInUse' : 'withdrawUnused'), confirm: say('withdraw') })
      .pipe(
        filter((sure) => sure),
        switchMap(() => this.client.withdraw(id, {})),
      )
      .subscribe({
        next: () => {
          this.agreements.reload();
          this.toasts.show(say('withdrawn'));
        },
        error: (error: unknown) => {
          this.error.set(error);
          this.agreements.reload();
        },
      });
  }
}
