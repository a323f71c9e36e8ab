import { HttpClient, httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ChangeOrganisationSettingsDto, OrganisationSettingsDto } from '@lotse/identity/contract';
import { CurrentSession, FileSize, keepLast, Notice, PageHead, ProblemText, StateBlock, Toasts } from '@lotse/shared/ui';

const URL = '/api/v1/organisation-settings';

/** What the organisation decides for its own people, what holds for its region, and how much room its files take. */
@Component({
  selector: 'lotse-organisation-page',
  imports: [FileSize, Notice, PageHead, StateBlock, TranslocoDirective],
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
            <input type="checkbox" [checked]="settings.presence" (change)="setPresence($event)" />
            <span>{{ t('presenceOn') }}</span>
          </label>
        </section>
        <section class="lotse-panel lotse-stack">
          <h2>{{ t('consent') }}</h2>
          <p>{{ t('consentText') }}</p>
          @if (!settings.mayChangeRegion) {
            <lotse-notice>
              {{ settings.regionKeeperName ? t('consentBy', { organisation: settings.regionKeeperName }) : t('consentNobody') }}
            </lotse-notice>
          }
          <label class="lotse-check">
            <input
              type="checkbox"
              [checked]="settings.requireConsent"
              [disabled]="!settings.mayChangeRegion"
              (change)="setRequireConsent($event)"
            />
            <span>{{ t('consentOn') }}</span>
          </label>
        </section>
        <section class="lotse-panel lotse-stack">
          <h2>{{ t('storage') }}</h2>
          <p>{{ t(shareKey(), { percent: percent(), limit: (settings.storageLimit | fileSize) }) }} {{ t('storageText') }}</p>
          <meter
            min="0"
            [max]="settings.storageLimit"
            [high]="settings.storageLimit * 0.9"
            [value]="settings.storageUsed"
            aria-hidden="true"
          ></meter>
        </section>
      }
    </ng-container>
  `,
  styles: `
    section {
      margin-block-end: 1.5rem;
    }
    meter {
      inline-size: min(100%, 20rem);
    }
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

  /** The figure comes in whole hundredths of the limit, rounded up; bytes made of it would look more exact than they are. */
  protected readonly percent = computed(() => {
    const settings = this.settings();
    return settings ? Math.round((100 * settings.storageUsed) / settings.storageLimit) : 0;
  });
  protected readonly shareKey = computed(() =>
    this.percent() > 1 ? 'storageShare' : this.percent() === 1 ? 'storageLittle' : 'storageNone',
  );

  protected setPresence(event: Event): void {
    const presence = isTicked(event);
    this.save({ presence }, presence ? 'on' : 'off');
  }

  protected setRequireConsent(event: Event): void {
    this.save({ requireConsent: isTicked(event) }, 'changed');
  }

  private save(change: ChangeOrganisationSettingsDto, done: 'on' | 'off' | 'changed'): void {
    this.http.put<OrganisationSettingsDto>(URL, change).subscribe({
      next: (settings) => {
        this.resource.set(settings);
        this.toasts.show(this.texts.translate(`identity.settings.${done}`));
      },
      error: (error: unknown) => {
        this.resource.reload();
        this.toasts.show(this.problems.of(error), { tone: 'danger' });
      },
    });
  }
}

const isTicked = (event: Event): boolean => (event.target as HTMLInputElement).checked;
