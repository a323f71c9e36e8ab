import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ProcedureDto } from '@lotse/permits/contract';
import { Notice, ShortDate, StatusChip } from '@lotse/shared/ui';
import { DOCUMENT_LOOKS } from '../parts/looks';
import { LedgerForm } from './ledger-form';

/** The completeness ledger: where each document stands. Counts rest because of it and of nothing else. */
@Component({
  selector: 'lotse-ledger-table',
  imports: [LedgerForm, Notice, ShortDate, StatusChip, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './ledger-table.html',
  styles: `
    .summary {
      margin-block: 0 0.75rem;
    }
    .lotse-table-region {
      margin-block-end: 1rem;
    }
    lotse-notice {
      margin-block-end: 0.75rem;
    }
    .mark {
      inline-size: 2.5rem;

      input {
        inline-size: 1.5rem;
        block-size: 1.5rem;
        accent-color: var(--mat-sys-primary);
      }
    }
    th {
      overflow-wrap: anywhere;
    }
  `,
})
export class LedgerTable {
  readonly procedure = input.required<ProcedureDto>();
  readonly mayWrite = input(false);
  readonly done = output<ProcedureDto>();

  protected readonly looks = DOCUMENT_LOOKS;
  protected readonly ledger = computed(() => this.procedure().ledger);
  private readonly marked = signal<readonly string[]>([]);
  protected readonly chosen = computed(() =>
    this.ledger()
      .items.map(({ name }) => name)
      .filter((name) => this.marked().includes(name)),
  );

  protected mark(name: string): void {
    this.marked.update((names) => (names.includes(name) ? names.filter((other) => other !== name) : [...names, name]));
  }

  protected recorded(procedure: ProcedureDto): void {
    this.marked.set([]);
    this.done.emit(procedure);
  }
}
