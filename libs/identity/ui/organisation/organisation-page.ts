import { HttpClient, httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { OrganisationSettingsDto } from '@lotse/identity/contract';
import { CurrentSession, keepLast, Notice, PageHead, ProblemText, StateBlock, Toasts } from '@lotse/shared/ui';

const URL = '/api/v1/organisation-settings';

/** What the organisation decides for its own people. */
@Component({
  selector: 'lotse-organisation-page',
  imports: [Notice, PageHead, StateBlock, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'identity.settings'">
      <lotse-page-head [title]="t('title')" [meta]="session.organisation()?.name" />
      <lotse-state [of]="resource" />
      @if (settings(); as settings) {
        <section class="lotse-panel lotse-stack">
          <h2>{{ t('presence') }}</h2>
          <p>{{ t('presenceText') }}</p>
          <lotse-notice>{{ t('worksCouncil') }}</lotse-notice>
          <label class="lotse-check">
            <input type="checkbox" [checked]="settings.presence" (change)="set($event)" />
            <span>{{ t('presenceOn') }}</span>
          </label>
        </section>
      }
    </ng-container>
  `,
})
export class OrganisationPage {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemText);
  private readonly texts = inject(TranslocoService);
  protected readonly session = inject(CurrentSession);
  protected readonly resource = httpResource<OrganisationSettingsDto>(() => URL);
  protected readonly settings = keepLast(this.resource);

  protected set(event: Event): void {
    const presence = (event.target as HTMLInputElement).checked;
    this.http.put<OrganisationSettingsDto>(URL, { presence }).subscribe({
      next: (settings) => {
        this.resource.set(settings);
        this.toasts.show(this.texts.translate(presence ? 'identity.settings.on' : 'identity.settings.off'));
      },
      error: (error: unknown) => {
        this.resource.reload();
        this.toasts.show(this.problems.of(error), { tone: 'danger' });
      },
    });
  }
}
