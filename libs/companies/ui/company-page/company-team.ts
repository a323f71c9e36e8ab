import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CompanyDto } from '@lotse/companies/contract';
import { CurrentSession, EntryForm, Icon, keepLast, StateBlock, storedIn } from '@lotse/shared/ui';
import { firstValueFrom } from 'rxjs';
import { CompaniesClient } from '../companies-client';

/** Who reads a confidential company. People come and go one by one, so two who change the team at once never contradict each other. */
@Component({
  selector: 'lotse-company-team',
  imports: [EntryForm, Icon, MatButtonModule, StateBlock, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './company-team.html',
  styleUrl: './company-team.scss',
})
export class CompanyTeam {
  private readonly client = inject(CompaniesClient);
  private readonly session = inject(CurrentSession);
  readonly company = input.required<CompanyDto>();
  /** `merged` when somebody else changed the company meanwhile. */
  readonly saved = output<{ merged: boolean }>();

  protected readonly editing = signal(false);
  protected readonly busy = signal(false);
  protected readonly error = signal<unknown>(undefined);
  /** The company the next attempt rests on: as the page has it, or as a refusal told it. */
  private readonly seen = linkedSignal(() => this.company());
  /** Who is to come or to go; everybody else stays what they are. */
  private readonly wishes = signal<ReadonlyMap<string, boolean>>(new Map());

  protected readonly colleagues = this.client.people(() => this.editing());
  private readonly people = keepLast(this.colleagues);
  /** Those whose roles read companies. Whoever chooses stays in the team. */
  protected readonly choices = computed(() => {
    const members = new Set(this.members());
    const me = this.session.user()?.id;
    return (this.people()?.items ?? [])
      .filter(({ active, roles }) => active && roles.some((role) => role === 'OFFICER' || role === 'LIAISON' || role === 'MANAGER'))
      .map(({ id, name }) => ({ id, name, isIn: members.has(id), isMe: id === me }));
  });
  private readonly members = computed(() => {
    const members = new Set(this.seen().team.map(({ id }) => id));
    for (const [id, comes] of this.wishes())
      if (comes) members.add(id);
      else members.delete(id);
    return [...members];
  });

  protected edit(): void {
    this.wishes.set(new Map());
    this.error.set(undefined);
    this.editing.set(true);
  }

  protected choose(id: string, comes: boolean): void {
    this.wishes.update((wishes) => new Map(wishes).set(id, comes));
  }

  protected async save(): Promise<void> {
    this.busy.set(true);
    this.error.set(undefined);
    try {
      const merged = await this.send();
      this.editing.set(false);
      this.saved.emit({ merged });
    } catch (error) {
      this.error.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  /** Again for what is stored, as long as others are faster; says whether they were. */
  private async send(merged = false): Promise<boolean> {
    try {
      this.seen.set(await firstValueFrom(this.client.setTeam(this.seen(), this.members())));
      return merged;
    } catch (error) {
      const stored = storedIn<CompanyDto>(error);
      if (!stored?.confidential) throw error;
      this.seen.set(stored);
      return this.send(true);
    }
  }
}
