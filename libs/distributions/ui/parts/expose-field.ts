import { HttpEventType } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DistributionDto } from '@lotse/distributions/contract';
import { lastValueFrom, tap } from 'rxjs';
import { DistributionsClient } from '../distributions-client';

/** The file that goes with an offer: chosen here, sent after the offer, with how far it is. */
@Component({
  selector: 'lotse-expose-field',
  imports: [TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'distribution.form'">
      <label for="expose">
        {{ t('expose') }} <span class="optional" *transloco="let f; prefix: 'app.form'">{{ f('optional') }}</span>
      </label>
      <input id="expose" #picker type="file" accept=".pdf,.jpg,.jpeg,.png" aria-describedby="expose-hint" (change)="pick(picker)" />
      <p id="expose-hint" class="lotse-quiet">{{ former() ? t('exposeFormer', { name: former() }) : t('exposeHint') }}</p>
      @if (percent() !== undefined) {
        <progress max="100" [value]="percent()" [attr.aria-label]="t('exposeSending')">{{ percent() }} %</progress>
        <span role="status" class="cdk-visually-hidden">{{ t('exposeSending') }}</span>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.25rem;
      min-inline-size: 0;
    }
    label {
      font-weight: 600;
    }
    .optional {
      color: var(--mat-sys-on-surface-variant);
      font-size: 0.9375rem;
      font-weight: 400;
    }
    input {
      max-inline-size: 100%;
      font: inherit;

      &::file-selector-button {
        min-block-size: 2.25rem;
        margin-inline-end: 0.75rem;
        padding-inline: 1rem;
        border: 1px solid var(--lotse-control-line);
        border-radius: var(--lotse-radius);
        background: none;
        color: var(--mat-sys-primary);
        font: inherit;
        font-weight: 600;
        cursor: pointer;
      }
    }
    p {
      margin: 0;
      overflow-wrap: anywhere;
    }
    progress {
      inline-size: 100%;
      accent-color: var(--mat-sys-primary);
    }
  `,
})
export class ExposeField {
  private readonly client = inject(DistributionsClient);
  /** Name of the file that is there already. */
  readonly former = input<string>();
  readonly file = signal<File | undefined>(undefined);
  /** Sent so far, 0 to 100; undefined while nothing is on its way. */
  readonly percent = signal<number | undefined>(undefined);

  /** Sends the chosen file; undefined when there is none. Throws the refusal as it came. */
  async send(id: string): Promise<DistributionDto | undefined> {
    const file = this.file();
    if (!file) return undefined;
    this.percent.set(0);
    try {
      const last = await lastValueFrom(
        this.client.sendExpose(id, file).pipe(
          tap((event) => {
            if (event.type === HttpEventType.UploadProgress && event.total)
              this.percent.set(Math.round((100 * event.loaded) / event.total));
          }),
        ),
      );
      return last.type === HttpEventType.Response ? (last.body ?? undefined) : undefined;
    } finally {
      this.percent.set(undefined);
    }
  }

  protected pick({ files }: HTMLInputElement): void {
    this.file.set(files?.[0]);
  }
}
