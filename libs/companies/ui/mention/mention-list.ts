import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { CurrentSession } from '@lotse/shared/ui';
import { CompaniesClient } from '../companies-client';
import { type Colleague, matching, mentionedIn, named, wantedName } from './mention-text';

/** Below a text box: typing @ offers colleagues of the own organisation; Tab leads into the list. */
@Component({
  selector: 'lotse-mention-list',
  imports: [TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'mention'">
      @if (offered().length) {
        <ul [attr.aria-label]="t('list')">
          @for (person of offered(); track person.id) {
            <li>
              <button type="button" (click)="take(person)">{{ person.name }}</button>
            </li>
          }
        </ul>
      } @else if (inCase()) {
        <p class="lotse-quiet">{{ t('hint') }}</p>
      }
    </ng-container>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem;
      margin: 0.25rem 0 0;
      padding: 0;
      list-style: none;
    }
    button {
      min-block-size: 2rem;
      padding: 0 0.625rem;
      border: 1px solid var(--lotse-control-line);
      border-radius: var(--lotse-radius);
      background: var(--mat-sys-surface);
      color: inherit;
      font: inherit;
      cursor: pointer;
    }
    p {
      margin: 0.25rem 0 0;
      font-size: 0.875rem;
    }
  `,
})
export class MentionList {
  private readonly session = inject(CurrentSession);
  private readonly asked = signal(false);
  private readonly people = inject(CompaniesClient).people(() => this.asked());
  readonly box = input.required<HTMLTextAreaElement>();
  readonly text = input.required<string>();
  /** People are told of a case: without one nobody is offered. */
  readonly inCase = input.required<boolean>();
  /** The text with the name in it. */
  readonly written = output<string>();

  private readonly colleagues = computed<readonly Colleague[]>(() =>
    this.people.hasValue() ? this.people.value().items.filter(({ id, active }) => active && id !== this.session.user()?.id) : [],
  );
  protected readonly offered = computed(() => {
    const text = this.text();
    if (!this.inCase()) return [];
    const wanted = wantedName(text, this.box().selectionEnd ?? text.length);
    if (wanted === undefined) return [];
    const found = matching(this.colleagues(), wanted);
    return found.length === 1 && found[0]?.name === wanted ? [] : found;
  });

  constructor() {
    effect(() => {
      if (this.inCase() && this.text().includes('@')) this.asked.set(true);
    });
  }

  /** Ids of those named in a text. */
  named(text: string): string[] {
    return mentionedIn(text, this.colleagues());
  }

  protected take({ name }: Colleague): void {
    const box = this.box();
    const { text, caret } = named(this.text(), box.selectionEnd ?? this.text().length, name);
    this.written.emit(text);
    setTimeout(() => {
      box.focus();
      box.setSelectionRange(caret, caret);
    });
  }
}
