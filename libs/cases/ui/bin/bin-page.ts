import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { BinItemDto } from '@lotse/cases/contract';
import { CurrentSession, DateTime, keepLast, PageHead, ProblemMessage, ShortDate, StateBlock, Toasts } from '@lotse/shared/ui';
import { UndoClient } from '../undo/undo-client';

/** What the organisation deleted within the last thirty days, with the way back. */
@Component({
  selector: 'lotse-bin-page',
  imports: [DateTime, MatButtonModule, PageHead, ProblemMessage, ShortDate, StateBlock, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'case'">
      <lotse-page-head [title]="t('bin.title')" [meta]="t('bin.lead')" />
      <lotse-problem [error]="error()" />
      <lotse-state [of]="items" [empty]="page()?.total === 0 ? 'nothing' : undefined">
        <p>{{ t('bin.nothing') }}</p>
      </lotse-state>
      @if (page()?.items?.length) {
        <div class="lotse-table-region">
          <table class="lotse-table lotse-cards">
            <thead>
              <tr>
                <th scope="col">{{ t('bin.what') }}</th>
                <th scope="col">{{ t('field.fileNumber') }}</th>
                <th scope="col">{{ t('bin.deleted') }}</th>
                <th scope="col">{{ t('bin.until') }}</th>
                <th scope="col">
                  <span class="cdk-visually-hidden">{{ t('bin.restore') }}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              @for (item of page()?.items; track item.id) {
                <tr>
                  <td [attr.data-label]="t('bin.what')">
                    <strong>{{ item.title }}</strong>
                    <span class="under">{{ t('bin.kind.' + item.kind) }}{{ item.reason ? ' · ' + item.reason : '' }}</span>
                  </td>
                  <td [attr.data-label]="t('field.fileNumber')">{{ item.fileNumber }}</td>
                  <td [attr.data-label]="t('bin.deleted')">
                    {{ item.deletedAt | dateTime }} <span class="under">{{ item.deletedByName }}</span>
                  </td>
                  <td [attr.data-label]="t('bin.until')">{{ item.erasedFrom | shortDate }}</td>
                  <td>
                    @if (session.may('bin.restore')) {
                      <button matButton type="button" [attr.aria-label]="t('bin.restoreOf', { title: item.title })" (click)="restore(item)">
                        {{ t('bin.restore') }}
                      </button>
                    }
                  </td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      }
    </ng-container>
  `,
  styles: `
    .under {
      display: block;
      color: var(--mat-sys-on-surface-variant);
      font-size: 0.875rem;
    }
  `,
})
export class BinPage {
  private readonly client = inject(UndoClient);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(CurrentSession);
  protected readonly items = this.client.bin();
  protected readonly page = keepLast(this.items);
  protected readonly error = signal<unknown>(undefined);

  constructor() {
    this.client.undone.pipe(takeUntilDestroyed()).subscribe(() => this.items.reload());
  }

  protected restore({ id, title }: BinItemDto): void {
    this.error.set(undefined);
    this.client.restore(id).subscribe({
      next: () => {
        this.toasts.show(this.transloco.translate<string>('case.bin.restored', { title }));
        this.items.reload();
      },
      error: (error: unknown) => {
        this.error.set(error);
        this.items.reload();
      },
    });
  }
}
