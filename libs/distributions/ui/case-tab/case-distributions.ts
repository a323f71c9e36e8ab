import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { CaseDto } from '@lotse/cases/contract';
import { profileOfCase } from '@lotse/distributions/contract';
import { CurrentSession, Icon, keepLast, LiveUpdates, StateBlock, Toasts } from '@lotse/shared/ui';
import { DistributionsClient } from '../distributions-client';
import { LeadCard } from './lead-card';
import { SendForm } from './send-form';

/** The tab "Flächenabfrage" of a settlement: ask municipalities for sites, all at the same moment, and see what comes back. */
@Component({
  selector: 'lotse-case-distributions',
  imports: [Icon, LeadCard, MatButtonModule, SendForm, StateBlock, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'distribution'">
      <div class="head">
        <h2>{{ t('tab.title') }}</h2>
        @if (mayAsk() && !asking()) {
          <button matButton="filled" type="button" (click)="asking.set(true)"><lotse-icon name="plus" />{{ t('tab.ask') }}</button>
        }
      </div>
      <p class="lead lotse-quiet">{{ t('tab.text') }}</p>
      @if (asking() && start(); as start) {
        <lotse-send-form [caseId]="id()" [start]="start" [projectName]="publicName()" (sent)="sent()" (leave)="asking.set(false)" />
      }
      <lotse-state [of]="list" [empty]="page()?.total === 0 && !asking() ? 'nothing' : undefined" [lines]="4">
        <p>{{ t('tab.none') }}</p>
      </lotse-state>
      @for (one of page()?.items; track one.id) {
        <lotse-lead-card [distribution]="one" (changed)="list.reload()" />
      }
    </ng-container>
  `,
  styles: `
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.5rem 1rem;
      margin-block: 1rem 0.5rem;
    }
    h2 {
      margin: 0;
    }
    .lead {
      max-inline-size: 44rem;
      margin-block: 0 1rem;
    }
  `,
})
export class CaseDistributions {
  private readonly session = inject(CurrentSession);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  /** Id of the case, from the route of its page. */
  readonly id = input.required<string>();

  protected readonly list = inject(DistributionsClient).ofCase(() => this.id());
  protected readonly page = keepLast(this.list);
  private readonly theCase = httpResource<CaseDto>(() => `/api/v1/cases/${this.id()}`);
  protected readonly known = keepLast(this.theCase);
  /** Who is asked learns no file number, which the name of a project may contain. */
  protected readonly publicName = computed(() => {
    const { projectName, fileNumber } = this.known() ?? {};
    return projectName && fileNumber && !projectName.includes(fileNumber) ? projectName : '';
  });
  protected readonly asking = signal(false);
  protected readonly start = computed(() => this.known() && profileOfCase(this.known()?.details ?? {}));
  protected readonly mayAsk = computed(
    () =>
      this.session.may('distribution.send') &&
      this.known()?.status !== 'CLOSED' &&
      this.page()?.items.every(({ state }) => state !== 'RUNNING') === true,
  );

  constructor() {
    inject(LiveUpdates)
      .on('distribution', 'case')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.list.reload());
  }

  protected sent(): void {
    this.asking.set(false);
    this.toasts.show(this.transloco.translate('distribution.done.send'));
    this.list.reload();
  }
}
