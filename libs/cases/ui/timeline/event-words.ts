import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { TimelineChangeDto, TimelineEventDto } from '@lotse/cases/contract';
import { CurrentSession, dayOf, formatDate, type IconName, Languages, type TimelineItem } from '@lotse/shared/ui';
import { DetailText } from '../details/detail-text';
import { FollowUpWords } from '../follow-up-words';
import { PermitEventWords } from './permit-event-words';

/** Shape per family of events; the text says what happened. */
const ICONS: Record<string, IconName> = {
  case: 'case',
  status: 'refresh',
  owner: 'handover',
  officer: 'user',
  nextStep: 'calendar',
  contact: 'people',
  details: 'pen',
  team: 'people',
  interaction: 'phone',
  followUp: 'bell',
  checklist: 'check',
  jobEffect: 'chart',
  document: 'document',
  handover: 'handover',
  distribution: 'pin',
  survey: 'star',
  relocation: 'pin',
  enquiry: 'inbox',
  agreement: 'shield',
  permit: 'clock',
};
const INTERACTIONS: Record<string, IconName> = { CALL: 'phone', EMAIL: 'mail', VISIT: 'visit', MEETING: 'meeting', NOTE: 'note' };
/** Fields whose values are codes with words of their own. */
const YES_NO = new Set(['confidential', 'noStepNeeded', 'deleted']);
const CODES = new Set(['status', 'waitingFor', 'outcome', 'type']);
const DATES = new Set(['nextStepOn', 'dueOn']);

/** Events of a case in the language of the interface. */
@Service()
export class EventWords {
  private readonly transloco = inject(TranslocoService);
  private readonly languages = inject(Languages);
  private readonly details = inject(DetailText);
  private readonly followUps = inject(FollowUpWords);
  private readonly permits = inject(PermitEventWords);
  private readonly session = inject(CurrentSession);

  item(event: TimelineEventDto): TimelineItem {
    const [family = ''] = event.kind.split('.');
    const backdated = event.occurredOn !== dayOf(event.recordedAt);
    return {
      id: event.id,
      icon: (family === 'interaction' ? INTERACTIONS[text(event.data['kind'])] : ICONS[family]) ?? 'info',
      at: event.recordedAt,
      who: this.who(event),
      text: [this.sentence(event), ...this.marks(event).map((mark) => `(${mark})`)].join(' '),
      changes: event.changes.map((change) => this.change(change)),
      note: text(event.data['text']) || text(event.data['note']) || null,
      hint: backdated ? this.say('timeline.backdated', { date: this.date(event.occurredOn) }) : undefined,
    };
  }

  /** What sets an event apart: it was a step back, or an offer that passed over the consent. */
  private marks({ kind, data }: TimelineEventDto): string[] {
    const overrides = kind === 'handover.offered' && data['basis'] === 'OVERRIDE';
    return [
      ...(overrides ? [this.say('timeline.withoutConsent', { why: text(data['basisReason']) })] : []),
      ...(data['undone'] === true ? [this.say('undo.mark')] : []),
    ];
  }

  /** People of another organisation come with its name. */
  private who({ byName, byOrganisationId, byOrganisationName }: TimelineEventDto): string {
    const isOther = byOrganisationName && byOrganisationId !== this.session.organisation()?.id;
    return isOther ? `${byName}, ${byOrganisationName}` : byName;
  }

  private sentence({ kind, data }: TimelineEventDto): string {
    const key = `event.${kind.replace('.', '_')}`;
    const known = `case.${key}` in this.transloco.getTranslation(this.languages.current()) ? key : 'event.other';
    const code = (group: string, value: unknown) => (typeof value === 'string' ? this.say(`${group}.${value}`) : '');
    return this.say(known, {
      ...data,
      title: this.followUps.title(text(data['title'])),
      members: Array.isArray(data['members']) ? data['members'].join(', ') || this.say('none') : '',
      titles: Array.isArray(data['titles']) ? data['titles'].join(', ') : '',
      interaction: code('interaction', data['kind']),
      dueOn: this.date(data['dueOn']),
      on: this.date(data['on']),
      organisations: Array.isArray(data['organisations']) ? data['organisations'].join(', ') : '',
      effect: code('effect', data['effect']),
      attribution: code('attribution', data['attribution']),
      section: code('section', data['section']),
      fromLevel: code('sectionLevel', data['from']),
      toLevel: code('sectionLevel', data['to']),
      handoverKind: code('handoverKind', data['handoverKind']),
      from: text(data['fromOrganisationName']),
      to: text(data['toOrganisationName']),
      ...this.permits.values(data),
    });
  }

  private change(change: TimelineChangeDto): { label: string; from: string; to: string } {
    const own = change.field.startsWith('details.') ? change.field.slice('details.'.length) : undefined;
    const value = (raw: unknown, name?: string) => name ?? (own ? this.details.value(own, raw) : this.value(change.field, raw));
    return {
      label: own ? this.details.label(own) : this.say(`field.${change.field}`),
      from: value(change.old, change.oldName),
      to: value(change.new, change.newName),
    };
  }

  private value(field: string, raw: unknown): string {
    if (raw === null || raw === undefined) return '';
    if (field.startsWith('permit.')) return this.permits.value(field, text(raw)) ?? text(raw);
    if (CODES.has(field)) return this.say(`${field}.${text(raw)}`);
    if (field === 'level') return this.say(`documents.level.${text(raw)}`);
    if (DATES.has(field)) return this.date(raw);
    if (YES_NO.has(field)) return this.say(raw === 'true' ? 'yes' : 'no');
    return text(raw);
  }

  private date(value: unknown): string {
    return typeof value === 'string' ? formatDate(value, this.languages.current()) : '';
  }

  private say(key: string, values: Record<string, unknown> = {}): string {
    return this.transloco.translate<string>(`case.${key}`, values, this.languages.current());
  }
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
