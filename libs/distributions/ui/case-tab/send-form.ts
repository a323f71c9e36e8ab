import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, maxLength, pattern } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { USE_CLASSES } from '@lotse/cases/contract';
import { DISTRIBUTION_NOTE_MAX, NEED_TENURES, NEED_TRANSPORTS } from '@lotse/distributions/contract';
import type { NeedProfileDto, NeedTenure, NeedTransport, UseClass } from '@lotse/distributions/contract';
import { Field, Input, keepLast, Notice, ProblemMessage, StatusChip, submitTo, type Tone } from '@lotse/shared/ui';
import { DistributionsClient } from '../distributions-client';
import { amountOf } from '../parts/amounts';
import { NeedFacts } from '../parts/need-facts';

const DIGITS = /^[\d.\s]*$/;
const FIT_TONES: Record<string, Tone> = { MATCH: 'success', UNKNOWN: 'neutral', NO_MATCH: 'warning' };

/** What is needed, who may have it and why, exactly what they will read, and then: to all at the same moment. */
@Component({
  selector: 'lotse-send-form',
  imports: [Field, FormField, Input, MatButtonModule, NeedFacts, Notice, ProblemMessage, StatusChip, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './send-form.html',
  styleUrl: './send-form.scss',
})
export class SendForm {
  private readonly client = inject(DistributionsClient);
  readonly caseId = input.required<string>();
  /** What the case says of the need. */
  readonly start = input.required<NeedProfileDto>();
  readonly projectName = input('');
  readonly sent = output();
  readonly leave = output();

  protected readonly useClasses = USE_CLASSES;
  protected readonly tenures = NEED_TENURES;
  protected readonly transports = NEED_TRANSPORTS;
  protected readonly fitTones = FIT_TONES;
  protected readonly error = signal<unknown>(undefined);

  protected readonly model = linkedSignal(() => {
    const { areaMin, areaMax, useClass, tenure, powerKw, transport, moveInBy, jobs, words } = this.start();
    const text = (value: number | undefined) => value?.toString() ?? '';
    return {
      publicName: this.projectName(),
      profile: {
        areaMin: text(areaMin),
        areaMax: text(areaMax),
        useClass: useClass ?? '',
        tenure: tenure ?? '',
        powerKw: text(powerKw),
        transport: transport ?? '',
        moveInBy: moveInBy ?? '',
        jobs: text(jobs),
        words: words ?? '',
      },
    };
  });
  protected readonly form = form(this.model, (path) => {
    maxLength(path.publicName, 100);
    for (const field of [path.profile.areaMin, path.profile.areaMax, path.profile.powerKw, path.profile.jobs]) pattern(field, DIGITS);
    maxLength(path.profile.words, DISTRIBUTION_NOTE_MAX);
  });

  protected readonly need = computed<NeedProfileDto>(() => {
    const { areaMin, areaMax, useClass, tenure, powerKw, transport, moveInBy, jobs, words } = this.model().profile;
    const known = {
      areaMin: amountOf(areaMin),
      areaMax: amountOf(areaMax),
      useClass: useClass as UseClass,
      tenure: tenure as NeedTenure,
      powerKw: amountOf(powerKw),
      transport: transport as NeedTransport,
      moveInBy,
      jobs: amountOf(jobs),
      words: words.trim(),
    };
    return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined && value !== '')) as NeedProfileDto;
  });

  private readonly compared = computed(
    () => {
      const { areaMin, areaMax, useClass, tenure } = this.need();
      return { areaMin, areaMax, useClass, tenure };
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  protected readonly matches = this.client.matches(() => this.compared());
  protected readonly found = keepLast(this.matches);
  /** What the person ticked or unticked; the rest follows the suggestion. */
  private readonly ticked = signal<ReadonlyMap<string, boolean>>(new Map());
  protected readonly chosen = computed(() =>
    (this.found()?.items ?? []).filter(
      ({ organisationId, fit, kind }) => this.ticked().get(organisationId) ?? (kind === 'MUNICIPALITY' && fit !== 'NO_MATCH'),
    ),
  );

  protected isChosen(organisationId: string): boolean {
    return this.chosen().some((one) => one.organisationId === organisationId);
  }

  protected tick(organisationId: string, chosen: boolean): void {
    this.ticked.update((ticked) => new Map(ticked).set(organisationId, chosen));
  }

  protected async send(): Promise<void> {
    this.error.set(undefined);
    const name = this.model().publicName.trim();
    const input = {
      organisationIds: this.chosen().map(({ organisationId }) => organisationId),
      profile: this.need(),
      ...(name && { publicName: name }),
    };
    const sent = await submitTo(this.form, () => this.client.send(this.caseId(), input));
    if (sent.done) this.sent.emit();
    else this.error.set(sent.error);
  }
}
