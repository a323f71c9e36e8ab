import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '@lotse/shared/ui';

/** Takes files that are dropped on it or chosen by its button, several at once. */
@Component({
  selector: 'lotse-drop-zone',
  imports: [Icon, MatButtonModule, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '[class.over]': 'over()',
    '(dragover)': 'hover($event)',
    '(dragleave)': 'over.set(false)',
    '(drop)': 'drop($event)',
  },
  template: `
    <ng-container *transloco="let t; prefix: 'case.documents'">
      <button matButton="filled" type="button" (click)="picker.click()"><lotse-icon name="plus" /> {{ t('choose') }}</button>
      <span class="hint">{{ t('drop') }}</span>
      <span class="lotse-quiet">{{ t('kinds', { megabytes: megabytes() }) }}</span>
      <input #picker class="cdk-visually-hidden" type="file" multiple tabindex="-1" aria-hidden="true" (change)="pick(picker)" />
    </ng-container>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem 1rem;
      padding: 1rem;
      border: 2px dashed var(--lotse-line);
      border-radius: var(--lotse-radius);
    }
    :host(.over) {
      border-color: var(--mat-sys-primary);
      background: var(--lotse-raised);
    }
    @media (hover: none) {
      .hint {
        display: none;
      }
    }
  `,
})
export class DropZone {
  /** Largest file, in megabytes. */
  readonly megabytes = input.required<number>();
  readonly files = output<File[]>();
  protected readonly over = signal(false);

  protected hover(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.send([...(event.dataTransfer?.files ?? [])]);
  }

  protected pick(picker: HTMLInputElement): void {
    this.send([...(picker.files ?? [])]);
    picker.value = ''; // the same file may be chosen again
  }

  private send(files: File[]): void {
    if (files.length) this.files.emit(files);
  }
}
