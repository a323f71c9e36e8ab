import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** One piece of a text; `href` where it is an address one can follow. */
export interface MailPiece {
  text: string;
  href?: string;
}

/** Splits a plain text at its web addresses; nothing else in it becomes anything but text. */
export function mailPieces(text: string): MailPiece[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .filter((piece) => piece !== '')
    .map((piece) => (/^https?:\/\//.test(piece) ? { text: piece, href: piece } : { text: piece }));
}

/** The text of a mail as it was written, its addresses as links. */
@Component({
  selector: 'lotse-mail-text',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="text">
      @for (piece of pieces(); track $index) {
        @if (piece.href) {
          <a [href]="piece.href" target="_blank" rel="noopener">{{ piece.text }}</a>
        } @else {
          <span [textContent]="piece.text"></span>
        }
      }
    </div>
  `,
  styles: `
    .text {
      max-inline-size: 46rem;
      padding: 0.75rem 1rem;
      border: 1px solid var(--lotse-line);
      border-radius: var(--lotse-radius);
      background: var(--lotse-raised);
      font-size: 0.9375rem;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class MailText {
  readonly text = input.required<string>();
  protected readonly pieces = computed(() => mailPieces(this.text()));
}
