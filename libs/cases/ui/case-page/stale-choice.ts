import { signal, type Signal } from '@angular/core';
import type { CaseDto } from '@lotse/cases/contract';
import { type Choice, type ConflictField, isSame, storedIn } from '@lotse/shared/ui';

/** A field as both sides have it, in words. */
export interface Side {
  field: string;
  label: string;
  mine: string;
  theirs: (stored: CaseDto) => string;
}

/**
 * What a dialog does when somebody else changed the same thing meanwhile: shows both values and goes on from the stored case.
 * `failed` answers whether it was that; every other failure is for the dialog to show.
 */
export class StaleChoice {
  private readonly fields = signal<readonly ConflictField[]>([]);
  private readonly latest = signal<CaseDto | undefined>(undefined);
  /** What the panel shows; nothing while there is no conflict. */
  readonly open: Signal<readonly ConflictField[]> = this.fields.asReadonly();

  /** The case the next attempt rests on. */
  seen(initial: CaseDto): CaseDto {
    return this.latest() ?? initial;
  }

  failed(error: unknown, sides: readonly Side[]): boolean {
    const stored = storedIn<CaseDto>(error);
    if (!stored) return false;
    this.latest.set(stored);
    this.fields.set(
      sides
        .map(({ theirs, ...side }) => ({ ...side, theirs: theirs(stored) }))
        .filter((side, _, all) => all.length === 1 || !isSame(side.mine, side.theirs)),
    );
    return this.fields().length > 0;
  }

  /** Closes the panel; true when any own value holds. */
  resolve(choices: Record<string, Choice>): boolean {
    this.fields.set([]);
    return Object.values(choices).includes('mine');
  }

  cancel(): void {
    this.fields.set([]);
  }
}
