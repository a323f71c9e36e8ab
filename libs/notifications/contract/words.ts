import type { NotificationReason } from './notification';

type Words = Record<'de' | 'en', string>;

/** Reasons as mails say them; pages have theirs in the translations. */
export const REASON_WORDS: Record<NotificationReason, Words> = {
  MENTION: { de: 'weil Sie erwähnt wurden', en: 'because you were mentioned' },
  OFFER: { de: 'weil Ihre Organisation ein Angebot erhielt', en: 'because your organisation received an offer' },
  UNATTENDED: { de: 'weil heute sonst niemand entscheiden kann', en: 'because nobody else can decide today' },
  OFFICER: { de: 'weil Sie den Vorgang bearbeiten', en: 'because you work on the case' },
  SENDER: { de: 'weil Sie den Vorgang angeboten haben', en: 'because you offered the case' },
  TEAM: { de: 'weil Sie im Team sind', en: 'because you are in the team' },
  PARTNER: { de: 'weil Sie mitwirken', en: 'because you take part' },
  DEPUTY: { de: 'weil Sie jemanden vertreten', en: 'because you stand in for somebody' },
};

const OTHER: Words = { de: 'etwas festgehalten', en: 'something was recorded' };
const KIND_WORDS: Record<string, Words> = {
  case: { de: 'Vorgang geändert', en: 'case changed' },
  status: { de: 'Status geändert', en: 'status changed' },
  owner: { de: 'Zuständigkeit geändert', en: 'responsibility changed' },
  officer: { de: 'Bearbeitung zugewiesen', en: 'officer assigned' },
  nextStep: { de: 'nächster Schritt geändert', en: 'next step changed' },
  contact: { de: 'Ansprechperson geändert', en: 'contact person changed' },
  details: { de: 'Eckdaten geändert', en: 'key facts changed' },
  team: { de: 'Team geändert', en: 'team changed' },
  interaction: { de: 'neuer Kontakt', en: 'new contact logged' },
  followUp: { de: 'Wiedervorlage', en: 'follow-up' },
  jobEffect: { de: 'Arbeitsplätze', en: 'jobs' },
  handover: { de: 'Übergabe oder Mitwirkung', en: 'handover or participation' },
  survey: { de: 'Rückmeldung des Unternehmens', en: 'feedback of the company' },
  document: { de: 'Dokument', en: 'document' },
  permit: { de: 'Genehmigung', en: 'permit' },
};

/** What happened, by the family of its kind (`handover.offered` → `handover`): a mail says no more than that. */
export const kindWords = (kind: string, language: 'de' | 'en'): string => (KIND_WORDS[kind.split('.')[0] ?? ''] ?? OTHER)[language];
