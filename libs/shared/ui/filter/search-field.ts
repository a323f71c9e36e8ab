import { ChangeDetectionStrategy, Component, DestroyRef, effect, inject, input, output, signal } from '@angular/core';
import { Icon } from '../icon/icon';

/** A search field that reports what was typed after a short pause, or when it is left: `<lotse-search search [label] [value]="filters.value().q" (found)="filters.set({ q: $event })">`. */
@Component({
  selector: 'lotse-search',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lotse-icon name="search" />
    <input
      #box
      class="lotse-input"
      type="search"
      autocomplete="off"
      [attr.aria-label]="label()"
      [placeholder]="label()"
      [value]="text()"
      (input)="typed(box.value)"
      (keydown.enter)="now(box.value)"
      (blur)="now(box.value)"
    />
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      flex: 0 1 20rem;
      min-inline-size: min(14rem, 100%);

      @media (max-width: 600px) {
        flex-basis: 100%;
      }
    }
    lotse-icon {
      position: absolute;
      inset-inline-start: 0.625rem;
      inset-block-start: calc(50% - 0.625em);
      color: var(--mat-sys-on-surface-variant);
      pointer-events: none;
    }
    input {
      padding-inline-start: 2.25rem;
    }
  `,
})
export class SearchField {
  readonly label = input.required<string>();
  readonly value = input('');
  readonly found = output<string>();
  protected readonly text = signal('');
  private readonly destroy = inject(DestroyRef);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => this.text.set(this.value()));
    this.destroy.onDestroy(() => clearTimeout(this.timer));
  }

  protected typed(text: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(text), 300);
  }

  protected now(text: string): void {
    clearTimeout(this.timer);
    if (!this.destroy.destroyed && text.trim() !== this.value()) this.found.emit(text.trim());
  }
}
