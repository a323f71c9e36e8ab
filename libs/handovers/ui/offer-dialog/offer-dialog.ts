import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { form, FormField, maxLength, required, validate } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { GiveAccess, MentionList } from '@lotse/companies/ui';
import { RoutingClient, RoutingSuggestions } from '@lotse/cases/ui';
import type { CaseSection } from '@lotse/cases/contract';
import {
  defaultPreset,
  HANDOVER_BASES,
  HANDOVER_KINDS,
  HANDOVER_NOTE_MAX,
  OFFER_REASONS,
  PRESET_SECTIONS,
  SHARE_PRESETS,
} from '@lotse/handovers/contract';
import type { HandoverBasis, HandoverDto, HandoverKind, OfferHandoverDto, OfferReason } from '@lotse/handovers/contract';
import {
  CurrentSession,
  dayOf,
  DraftNote,
  Field,
  Icon,
  Input,
  keepDraft,
  keepLast,
  Notice,
  problemOf,
  submitTo,
  WeekdayDate,
} from '@lotse/shared/ui';
import { DecisionFailure } from '../handover-card/decision-failure';
import { HandoversClient } from '../handovers-client';
import { ConsentFields, type OfferConsent } from './consent-fields';
import { ReceiverView } from './receiver-view';
import { Receivers } from './receivers';
import { PreviewList } from './preview-list';

/** What the dialog must know of the case. */
export interface OfferCase {
  caseId: string;
  /** A TRANSFER is on offer already: only the other kinds are possible. */
  transferOpen: boolean;
}

type Preset = keyof typeof PRESET_SECTIONS | 'OWN';

/** "Übergeben oder beteiligen": what should happen, to whom, what goes along, on what basis, why; with the due date before sending. */
@Component({
  selector: 'lotse-offer-dialog',
  imports: [
    ConsentFields,
    DecisionFailure,
    DraftNote,
    Field,
    FormField,
    Icon,
    Input,
    MatButtonModule,
    MatDialogModule,
    MentionList,
    Notice,
    PreviewList,
    ReceiverView,
    RouterLink,
    RoutingSuggestions,
    TranslocoDirective,
    WeekdayDate,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './offer-dialog.html',
  styleUrl: './offer-dialog.scss',
})
export class OfferDialog {
  private readonly client = inject(HandoversClient);
  private readonly dialog = inject<MatDialogRef<OfferDialog, HandoverDto>>(MatDialogRef);
  protected readonly data = inject<OfferCase>(MAT_DIALOG_DATA);

  protected readonly receivers = inject(Receivers).byRegion();
  protected readonly ownId = inject(CurrentSession).organisation()?.id;
  /** Who is probably responsible, and why; a person takes it, or somebody else. */
  protected readonly suggested = keepLast(inject(RoutingClient).ofCase(() => this.data.caseId));
  protected readonly kinds = HANDOVER_KINDS.filter((kind) => kind !== 'TRANSFER' || !this.data.transferOpen);
  protected readonly presets = [...SHARE_PRESETS, 'OWN'] as const;
  protected readonly bases = HANDOVER_BASES;
  protected readonly reasons = OFFER_REASONS;
  protected readonly error = signal<unknown>(undefined);
  /** Of a move nobody has entered yet where from and where to: the way there. */
  protected readonly placesMissing = computed(() => problemOf(this.error()).code === 'relocation.placesMissing');
  private readonly consentFields = viewChild(ConsentFields);
  private readonly mentions = viewChild(MentionList);
  private readonly access = inject(GiveAccess);

  protected readonly kind = signal<HandoverKind>(this.data.transferOpen ? 'CONSULT' : 'TRANSFER');
  protected readonly preset = linkedSignal<Preset>(() => defaultPreset(this.kind()));
  /** MASTER always goes along, and whoever works along needs the contacts and follow-ups. */
  protected readonly fixed = computed<CaseSection[]>(() => (this.kind() === 'CO_WORK' ? ['MASTER', 'NOTES'] : ['MASTER']));
  private readonly chosen = linkedSignal<CaseSection[]>(() => {
    const preset = this.preset();
    return preset === 'OWN' ? [] : [...PRESET_SECTIONS[preset]];
  });
  protected readonly sections = computed(() => [...new Set([...this.fixed(), ...this.chosen()])]);

  protected readonly offer = signal({ toOrganisationId: '', basis: 'TASK' as HandoverBasis, basisReason: '', reasonCode: '', note: '' });
  /** The agreement it rests on: a recorded one, or who gave it now. */
  protected readonly consent = signal<OfferConsent>({ agreementId: '', givenBy: '', givenOn: dayOf(new Date()), form: 'ORAL' });
  protected readonly form = form(this.offer, (path) => {
    required(path.toOrganisationId);
    required(path.basisReason, { when: ({ valueOf }) => valueOf(path.basis) === 'OVERRIDE' });
    required(path.reasonCode);
    required(path.note);
    validate(path.note, ({ value }) => (value() && !value().trim() ? { kind: 'required' } : undefined));
    maxLength(path.basisReason, 1000);
    maxLength(path.note, HANDOVER_NOTE_MAX);
  });

  /** The words of the offer; what goes along is chosen anew, for the case may have changed. */
  protected readonly draft = keepDraft<Partial<ReturnType<typeof this.offer>>>({
    key: () => `case:${this.data.caseId}:offer`,
    typed: () => (this.offer().note.trim() || this.offer().basisReason.trim() ? this.offer() : undefined),
    restore: (words) => this.offer.update((offer) => ({ ...offer, ...words })),
    clear: () => this.offer.update((offer) => ({ ...offer, reasonCode: '', note: '', basisReason: '' })),
  });

  protected readonly preview = this.client.preview(this.data.caseId, () => ({
    kind: this.kind(),
    sections: this.sections().join(','),
    basis: this.offer().basis,
    toOrganisationId: this.offer().toOrganisationId || undefined,
  }));
  protected readonly shown = keepLast(this.preview);

  /** Name of the organisation that is chosen. */
  protected readonly receiver = computed(
    () =>
      this.receivers()
        .flatMap(({ organisations }) => organisations)
        .find(({ id }) => id === this.offer().toOrganisationId)?.name,
  );

  protected toggle(section: CaseSection, goes: boolean): void {
    const others = this.sections().filter((other) => other !== section);
    const next = goes ? [...others, section] : others;
    this.preset.set('OWN');
    this.chosen.set(next);
  }

  protected take(organisationId: string): void {
    this.form.toOrganisationId().value.set(organisationId);
  }

  protected async send(): Promise<void> {
    this.error.set(undefined);
    if (this.offer().basis === 'CONSENT' && !this.consentFields()?.isComplete()) {
      this.form().markAsTouched();
      return;
    }
    const sent = await submitTo(this.form, () => this.client.offer(this.data.caseId, this.input()));
    if (!sent.done) return this.error.set(sent.error);
    this.draft.sent();
    this.dialog.close(sent.result);
    this.access.offer(this.data.caseId, sent.result.withoutAccess ?? []);
  }

  private input(): OfferHandoverDto {
    const { toOrganisationId, basis, basisReason, reasonCode, note } = this.offer();
    const mentions = this.mentions()?.named(note) ?? [];
    return {
      ...(mentions.length && { mentions }),
      toOrganisationId,
      kind: this.kind(),
      basis,
      ...(basis === 'OVERRIDE' && { basisReason }),
      ...(basis === 'CONSENT' && this.consentFields()?.given()),
      reasonCode: reasonCode as OfferReason,
      note,
      sections: this.sections(),
    };
  }
}
