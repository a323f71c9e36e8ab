import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Notice } from '../page/notice';
import { ProblemText } from './problem-text';

/** Why a write did not work, in words, announced to screen readers. Shows nothing while `error` is empty. */
@Component({
  selector: 'lotse-problem',
  imports: [Notice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (text(); as text) {
      <lotse-notice tone="danger" role="alert">{{ text }}</lotse-notice>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    :host(:empty) {
      display: none;
    }
  `,
})
export class ProblemMessage {
  private readonly texts = inject(ProblemText);
  /** What the call failed with, as it came. */
  readonly error = input<unknown>();
  protected readonly text = computed(() => (this.error() ? this.texts.of(this.error()) : undefined));
}
