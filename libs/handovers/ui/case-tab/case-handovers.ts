import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { HandoverDto } from '@lotse/handovers/contract';
import { CurrentSession, keepLast, LiveUpdates, StateBlock, Toasts } from '@lotse/shared/ui';
import { HandoverCard } from '../handover-card/handover-card';
import { HandoversClient } from '../handovers-client';
import { OfferDialog, type OfferCase } from '../offer-dialog/offer-dialog';

/** What this tab needs of its case; the stub of a former owner has it too. */
interface CaseOfTab {
  ownerOrganisationId: string;
  status: string;
  access?: string;
}

/** The tab "Übergaben" of a case, and where an offer begins: `?angebot=neu`, where the head of the case leads, opens the dialog. */
@Component({
  selector: 'lotse-case-handovers',
  imports: [HandoverCard, StateBlock, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './case-handovers.html',
  styleUrl: './case-handovers.scss',
})
export class CaseHandovers {
  private readonly session = inject(CurrentSession);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);

  /** Id of the case, from the route of its page. */
  readonly id = input.required<string>();
  /** `neu` opens the dialog. */
  readonly angebot = input<string>();

  protected readonly handovers = inject(HandoversClient).ofCase(() => this.id());
  protected readonly page = keepLast(this.handovers);
  private readonly theCase = httpResource<CaseOfTab>(() => `/api/v1/cases/${this.id()}`);
  private readonly known = keepLast(this.theCase);

  protected readonly isOwner = computed(
    () => this.session.may('handover.offer') && this.known()?.ownerOrganisationId === this.session.organisation()?.id,
  );
  protected readonly isClosed = computed(() => this.known()?.status === 'CLOSED');
  protected readonly transferOpen = computed(
    () => this.page()?.items.some(({ kind, state, timeLeft }) => kind === 'TRANSFER' && state === 'OFFERED' && !timeLeft?.over) ?? false,
  );
  protected readonly mayOffer = computed(() => this.isOwner() && !this.isClosed() && this.page() !== undefined);

  constructor() {
    inject(LiveUpdates)
      .on('handover', 'case')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.reload());
    effect(() => {
      if (this.angebot() === 'neu' && this.mayOffer()) untracked(() => this.openDialog());
    });
  }

  protected reload(): void {
    this.handovers.reload();
    this.theCase.reload();
  }

  private openDialog(): void {
    const data: OfferCase = { caseId: this.id(), transferOpen: this.transferOpen() };
    this.dialog
      .open<OfferDialog, OfferCase, HandoverDto>(OfferDialog, { data, width: '72rem', maxWidth: '96vw', autoFocus: 'first-tabbable' })
      .afterClosed()
      .subscribe((offered) => {
        void this.router.navigate([], { queryParams: { angebot: null }, queryParamsHandling: 'merge' });
        if (!offered) return;
        this.toasts.show(this.transloco.translate('handover.done.offer', { organisation: offered.toOrganisationName }));
        this.reload();
      });
  }
}
