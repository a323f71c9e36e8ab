import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField, maxLength, minLength, required, validate } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  JOB_ATTRIBUTIONS,
  JOB_COUNT_LIMITS,
  JOB_EFFECTS,
  type JobAttribution,
  type JobEffectDto,
  type JobEffectKind,
} from '@lotse/cases/contract';
import {
  Amount,
  Confirm,
  CurrentSession,
  Field,
  Icon,
  Input,
  keepLast,
  ProblemMessage,
  ShortDate,
  StateBlock,
  submitTo,
  Toasts,
} from '@lotse/shared/ui';
import { filter, switchMap } from 'rxjs';
import { CaseStore } from '../case-page/case-store';
import { CasesClient } from '../cases-client';

const BLANK = { effect: 'CREATED', attribution: 'SUPPORTED', count: '', source: '' };

/** The tab "Arbeitsplätze": three classes, apart and never summed. */
@Component({
  selector: 'lotse-case-job-effects',
  imports: [Amount, Field, FormField, Icon, Input, MatButtonModule, ProblemMessage, ShortDate, StateBlock, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './case-job-effects.html',
  styles: `
    :host {
      display: grid;
      gap: 1rem;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.5rem;
    }
    h2,
    p {
      margin: 0;
    }
  `,
})
export class CaseJobEffects {
  private readonly client = inject(CasesClient);
  private readonly confirm = inject(Confirm);
  private readonly session = inject(CurrentSession);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly store = inject(CaseStore);
  readonly id = input.required<string>();

  protected readonly effects = this.client.jobEffects(() => this.id());
  protected readonly page = keepLast(this.effects);
  protected readonly mayWrite = computed(() => this.store.current()?.access === 'FULL' && this.session.may('jobEffect.write'));
  protected readonly adding = signal(false);
  protected readonly error = signal<unknown>(undefined);
  protected readonly choices = { effects: JOB_EFFECTS, attributions: JOB_ATTRIBUTIONS };

  protected readonly values = signal({ ...BLANK });
  protected readonly form = form(this.values, (path) => {
    required(path.count);
    validate(path.count, ({ value }) => {
      const count = Number(value());
      return value() && !(Number.isInteger(count) && count >= JOB_COUNT_LIMITS.min && count <= JOB_COUNT_LIMITS.max)
        ? { kind: 'parse' }
        : undefined;
    });
    required(path.source);
    minLength(path.source, 2);
    maxLength(path.source, 300);
  });

  constructor() {
    effect(() => {
      if (this.store.changed() > 0) untracked(() => this.effects.reload());
    });
  }

  protected async add(): Promise<void> {
    this.error.set(undefined);
    const { effect: kind, attribution, count, source } = this.values();
    const input = { effect: kind as JobEffectKind, attribution: attribution as JobAttribution, count: Number(count), source };
    const sent = await submitTo(this.form, () => this.client.addJobEffect(this.id(), input));
    if (!sent.done) {
      this.error.set(sent.error);
      return;
    }
    this.adding.set(false);
    this.form().reset({ ...BLANK });
    this.said('added');
  }

  protected remove({ id, count, source }: JobEffectDto): void {
    const say = (key: string) => this.transloco.translate<string>(`case.jobs.${key}`, { n: count, source });
    this.confirm
      .ask({
        title: say('confirmTitle'),
        text: say(count === 1 ? 'confirmText.one' : 'confirmText.many'),
        confirm: say('remove'),
        danger: true,
      })
      .pipe(
        filter(Boolean),
        switchMap(() => this.client.removeJobEffect(id)),
      )
      .subscribe({ next: () => this.said('removed'), error: (error: unknown) => this.error.set(error) });
  }

  private said(key: string): void {
    this.effects.reload();
    this.toasts.show(this.transloco.translate<string>(`case.jobs.${key}`));
  }
}
