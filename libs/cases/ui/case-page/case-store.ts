import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { CaseDto } from '@lotse/cases/contract';
import { CurrentSession, keepLast } from '@lotse/shared/ui';
import { CasesClient } from '../cases-client';
import { UndoClient } from '../undo/undo-client';

/** The case a page and its tabs show: one request for all of them. */
@Injectable()
export class CaseStore {
  private readonly session = inject(CurrentSession);
  readonly id = signal('');
  readonly resource = inject(CasesClient).one(() => this.id());
  private readonly value = keepLast(this.resource);

  /** The case, as far as it is more than a stub. */
  readonly current = computed(() => {
    const value = this.value();
    return value && value.access !== 'STUB' && value.id === this.id() ? value : undefined;
  });
  readonly stub = computed(() => {
    const value = this.value();
    return value?.access === 'STUB' ? value : undefined;
  });
  /** Counts up with every change, for what hangs on the case. */
  readonly changed = signal(0);

  private readonly own = computed(() => this.current()?.access === 'FULL');
  readonly mayChange = computed(() => this.own() && this.session.may('case.write'));
  readonly mayMove = computed(() => this.own() && this.session.may('case.move'));
  readonly mayAssign = computed(() => this.own() && this.session.may('case.assign'));
  readonly mayContribute = computed(() => (this.current()?.mayContribute ?? false) && this.session.may('followUp.write'));

  constructor() {
    inject(UndoClient)
      .undone.pipe(takeUntilDestroyed())
      .subscribe(() => this.reload());
  }

  /** Takes over what a change answered. */
  set(changed: CaseDto): void {
    this.resource.set(changed);
    this.changed.update((n) => n + 1);
  }

  reload(): void {
    this.resource.reload();
    this.changed.update((n) => n + 1);
  }
}
