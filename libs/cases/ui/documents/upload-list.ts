import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { FileSize, Icon, type IconName, ProblemText } from '@lotse/shared/ui';
import { type Upload, UploadQueue } from './upload-queue';

const ICONS: Record<Upload['state'], IconName> = {
  waiting: 'clock',
  sending: 'arrow-up',
  done: 'success',
  same: 'info',
  failed: 'error',
  cancelled: 'close',
};

/** The files on their way, each with how far it is and what can be done about it. */
@Component({
  selector: 'lotse-upload-list',
  imports: [FileSize, Icon, MatButtonModule, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul *transloco="let t; prefix: 'case.documents'" [attr.aria-label]="t('uploads')">
      @for (upload of queue.all(); track upload.id) {
        <li>
          <lotse-icon [name]="icons[upload.state]" />
          <div class="what">
            <span class="name">{{ upload.file.name }}</span>
            <span class="lotse-quiet">{{ upload.file.size | fileSize }}</span>
            <span role="status">
              @switch (upload.state) {
                @case ('failed') {
                  {{ problems.of(upload.error) }}
                }
                @case ('same') {
                  {{ t('same', { name: upload.result?.name }) }}
                }
                @default {
                  {{ t('state.' + upload.state) }}
                }
              }
            </span>
            @if (upload.state === 'sending') {
              <progress max="100" [value]="upload.percent" [attr.aria-label]="upload.file.name">{{ upload.percent }} %</progress>
            }
          </div>
          @if (upload.state === 'sending' || upload.state === 'waiting') {
            <button matButton type="button" [attr.aria-label]="t('cancelOf', { name: upload.file.name })" (click)="queue.cancel(upload.id)">
              {{ t('cancel') }}
            </button>
          } @else {
            @if (upload.state === 'failed' || upload.state === 'cancelled') {
              <button matButton type="button" [attr.aria-label]="t('retryOf', { name: upload.file.name })" (click)="queue.retry(upload.id)">
                {{ t('retry') }}
              </button>
            }
            <button
              matButton
              type="button"
              [attr.aria-label]="t('dismissOf', { name: upload.file.name })"
              (click)="queue.dismiss(upload.id)"
            >
              {{ t('dismiss') }}
            </button>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 0.5rem;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem;
      padding: 0.5rem 0.75rem;
      border: 1px solid var(--lotse-line);
      border-radius: var(--lotse-radius);
    }
    .what {
      display: flex;
      flex: 1 1 12rem;
      flex-wrap: wrap;
      gap: 0 0.75rem;
      min-inline-size: 0;
    }
    .name {
      overflow-wrap: anywhere;
      font-weight: 600;
    }
    progress {
      inline-size: 100%;
      accent-color: var(--mat-sys-primary);
    }
  `,
})
export class UploadList {
  protected readonly queue = inject(UploadQueue);
  protected readonly problems = inject(ProblemText);
  protected readonly icons = ICONS;
}
