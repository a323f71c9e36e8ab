import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { NamedColleagueDto } from '@lotse/companies/contract';
import { Confirm, ifMatch, ProblemText, Toasts } from '@lotse/shared/ui';
import { filter, switchMap } from 'rxjs';

interface TeamOf {
  version: number;
  team: { id: string }[];
}

/** Asks whether to let in who was named in a case they do not read. */
@Service()
export class GiveAccess {
  private readonly http = inject(HttpClient);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);

  /** Nothing is asked where nobody is left out. */
  offer(caseId: string, people: readonly NamedColleagueDto[]): void {
    if (people.length === 0) return;
    const names = people.map(({ name }) => name).join(', ');
    const say = (key: string) => this.transloco.translate<string>(`mention.${key}`, { names });
    const url = `/api/v1/cases/${caseId}`;
    this.confirm
      .ask({ title: say('giveTitle'), text: say('giveText'), confirm: say('give') })
      .pipe(
        filter((given) => given),
        switchMap(() => this.http.get<TeamOf>(url)),
        switchMap(({ version, team }) =>
          this.http.put(`${url}/team`, { members: [...team, ...people].map(({ id }) => id) }, ifMatch(version)),
        ),
      )
      .subscribe({
        next: () => this.toasts.show(say('given')),
        error: (error: unknown) => this.toasts.show(this.problems.of(error), { tone: 'danger' }),
      });
  }
}
