import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { MAIL_STATES, type MailState, type OutgoingMailDto } from '@lotse/shared/contract';
import {
  CurrentSession,
  DateTime,
  Filter,
  FilterBar,
  type FilterOption,
  Icon,
  keepLast,
  Languages,
  Notice,
  PageHead,
  Paginator,
  ProblemMessage,
  StateBlock,
  StatusChip,
  Toasts,
  type Tone,
  urlFilters,
} from '@lotse/shared/ui';
import { MailText } from './mail-text';
import { OutgoingMailClient } from './outgoing-mail-client';

const TONES: Record<MailState, Tone> = {
  QUEUED: 'info',
  SENDING: 'info',
  SENT: 'success',
  FAILED: 'danger',
  HELD: 'warning',
  OBSOLETE: 'neutral',
};

/** "Postausgang": what became of the organisation's mails, and what was given up or held and can be sent again. */
@Component({
  selector: 'lotse-outgoing-mail-page',
  imports: [
    DateTime,
    Filter,
    FilterBar,
    Icon,
    MailText,
    MatButtonModule,
    Notice,
    PageHead,
    Paginator,
    ProblemMessage,
    StateBlock,
    StatusChip,
    TranslocoDirective,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './outgoing-mail-page.html',
  styleUrl: './outgoing-mail-page.scss',
})
export class OutgoingMailPage {
  private readonly client = inject(OutgoingMailClient);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(TranslocoService);
  private readonly language = inject(Languages).current;

  protected readonly demo = inject(CurrentSession).demo;
  protected readonly filters = urlFilters({ status: '', page: '1' });
  protected readonly mails = this.client.list(() => ({ page: this.filters.value().page, state: this.filters.value().status }));
  protected readonly page = keepLast(this.mails);
  protected readonly number = computed(() => Number(this.filters.value().page));
  protected readonly hasHeld = computed(() => this.page()?.items.some(({ state }) => state === 'HELD') ?? false);
  protected readonly error = signal<unknown>(undefined);
  protected readonly tones = TONES;

  protected readonly states = computed<FilterOption[]>(() => [
    { value: '', label: this.text('all') },
    ...MAIL_STATES.map((value) => ({ value, label: this.text(`state.${value}`) })),
  ]);

  protected mayRetry({ state }: OutgoingMailDto): boolean {
    return state === 'FAILED' || state === 'HELD';
  }

  protected retry(mail: OutgoingMailDto): void {
    this.error.set(undefined);
    this.client.retry(mail).subscribe({
      next: () => {
        this.toasts.show(this.text('retried'));
        this.mails.reload();
      },
      error: (error: unknown) => {
        this.error.set(error);
        this.mails.reload();
      },
    });
  }

  private text(key: string): string {
    return this.texts.translate<string>(`mail.${key}`, {}, this.language());
  }
}
