import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { RelocationDto } from '@lotse/cases/contract';
import { Confirm, Icon, keepLast, ProblemMessage, ShortDate, StateBlock, StatusChip, Toasts } from '@lotse/shared/ui';
import { filter, type Observable, switchMap } from 'rxjs';
import { CaseStore } from '../case-page/case-store';
import { RelocationClient } from './relocation-client';
import { ReleaseForm } from './release-form';

/** A move at a glance: from where to where, what it counts, whether both places may be told, and who was told when. */
@Component({
  selector: 'lotse-relocation-card',
  imports: [Icon, MatButtonModule, ProblemMessage, ReleaseForm, ShortDate, StateBlock, StatusChip, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './relocation-card.html',
  styleUrl: './relocation-card.scss',
})
export class RelocationCard {
  private readonly client = inject(RelocationClient);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly store = inject(CaseStore);
  readonly id = input.required<string>();

  protected readonly resource = this.client.of(() => this.id());
  protected readonly move = keepLast(this.resource);
  protected readonly entering = signal(false);
  protected readonly error = signal<unknown>(undefined);
  protected readonly untold = computed(() => (this.move()?.sides ?? []).filter(({ toldAt }) => toldAt === null));
  protected readonly anyTold = computed(() => (this.move()?.sides ?? []).some(({ toldAt }) => toldAt !== null));

  constructor() {
    effect(() => {
      if (this.store.changed() > 0) untracked(() => this.resource.reload());
    });
  }

  protected released(move: RelocationDto): void {
    this.entering.set(false);
    this.done(move, 'released');
  }

  protected tell(): void {
    const names = this.untold().map(({ organisationName }) => organisationName);
    this.confirm
      .ask({ title: this.say('tellTitle'), text: this.say('tellText', { names: names.join(', ') }), confirm: this.say('tellDo') })
      .pipe(
        filter(Boolean),
        switchMap(() => this.client.tell(this.id())),
      )
      .subscribe(this.answered('told'));
  }

  protected withdraw(): void {
    this.send(this.client.withdraw(this.id()), 'withdrawn');
  }

  private send(work: Observable<RelocationDto>, said: string): void {
    this.error.set(undefined);
    work.subscribe(this.answered(said));
  }

  private answered(said: string) {
    return { next: (move: RelocationDto) => this.done(move, said), error: (error: unknown) => this.error.set(error) };
  }

  private done(move: RelocationDto, said: string): void {
    this.error.set(undefined);
    this.resource.set(move);
    this.store.reload();
    this.toasts.show(this.say(said));
  }

  private say(key: string, values: object = {}): string {
    return this.transloco.translate<string>(`case.relocation.${key}`, values);
  }
}
