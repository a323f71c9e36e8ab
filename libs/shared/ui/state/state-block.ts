import {
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  type ResourceStatus,
  type Signal,
  signal,
} from '@angular/core';
import { Title } from '@angular/platform-browser';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Icon } from '../icon/icon';
import { Languages } from '../language/languages';
import { problemOf } from '../problem/problem';
import { ProblemText } from '../problem/problem-text';

/** Why there is nothing to see: nothing was ever made, the filter is too narrow, or it is not for this person. */
export type EmptyKind = 'nothing' | 'filtered' | 'noAccess';

/** The part of a resource this block needs. */
interface Loading {
  status: Signal<ResourceStatus>;
  error: Signal<Error | undefined>;
  reload(): boolean;
}

/**
 * Three of the four states of a page; the fourth, filled, stands below it:
 *
 *     <lotse-state [of]="cases" [empty]="page()?.total === 0 ? (filtered() ? 'filtered' : 'nothing') : undefined" (clear)="filters.clear()">
 *       <p>{{ t('noneYet') }}</p>   <!-- words or a button for the empty state; a general sentence stands there without -->
 *     </lotse-state>
 *     @if (page(); as page) { … }
 *
 * A page that has no head before something came says so: `<lotse-state [of]="case" [page]="!current()" />`.
 *
 * `loading`: grey lines the first time, a thin bar later. `failed`: what happened and "Erneut versuchen".
 */
@Component({
  selector: 'lotse-state',
  imports: [Icon, MatButtonModule, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './state-block.html',
  styleUrl: './state-block.scss',
})
export class StateBlock {
  private readonly texts = inject(ProblemText);
  readonly of = input.required<Loading>();
  readonly empty = input<EmptyKind>();
  /** This block is all the page shows now, its head included: then what it says is the h1 and, when it failed, the browser's title. */
  readonly page = input(false, { transform: booleanAttribute });
  /** How many grey lines to show while loading. */
  readonly lines = input(6);
  /** "Filter zurücksetzen" was pressed; the button is there only in the state `filtered`. */
  readonly clear = output();

  private readonly everFilled = signal(false);
  protected readonly failed = computed(() => this.of().status() === 'error');
  protected readonly loading = computed(() => ['loading', 'reloading'].includes(this.of().status()));
  protected readonly first = computed(() => this.loading() && !this.everFilled());
  protected readonly problem = computed(() => problemOf(this.of().error()));
  /** An address that was cut off or mistyped: what is no id names nothing. */
  private readonly strange = computed(() => this.problem().status === 400 && this.problem().errors.some(({ code }) => code === 'isUuid'));
  protected readonly failure = computed(() => {
    const { status } = this.problem();
    return status === 404 || this.strange() ? 'missing' : status === 403 ? 'forbidden' : 'failed';
  });
  protected readonly message = computed(() => (this.strange() ? this.texts.forCode('notFound') : this.texts.forProblem(this.problem())));
  protected readonly rows = computed(() => Array.from({ length: this.lines() }, (_, index) => index));

  constructor() {
    const [browserTitle, words, language] = [inject(Title), inject(TranslocoService), inject(Languages).current];
    effect(() => {
      if (this.page() && this.failed()) browserTitle.setTitle(`${words.translate(`app.state.${this.failure()}`, {}, language())} – Lotse`);
    });
    effect(() => {
      if (this.of().status() === 'resolved') this.everFilled.set(true);
    });
  }
}
