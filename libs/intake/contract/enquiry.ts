/** What a company may ask for by the public form; each is a type of case. */
export const ENQUIRY_TYPES = ['EXPANSION', 'RELOCATION', 'SETTLEMENT', 'OTHER'] as const;
export type EnquiryType = (typeof ENQUIRY_TYPES)[number];

export const ENQUIRY_MESSAGE_MAX = 4000;

/** Working days within which somebody confirms an enquiry and names a contact (in the style of RAL-GZ 981). */
export const ENQUIRY_ANSWER_DAYS = 3;

/**
 * Enquiries within an hour: few for one mailbox, many for one network, behind which a whole trade park may sit. What one organisation is
 * given is more than one network can send, so that none alone can shut others out.
 */
export const ENQUIRIES_PER_HOUR = { address: 120, email: 10, organisation: 240 } as const;

type Words = Record<'de' | 'en', string>;

/**
 * Every text people have agreed to, by its version; none is ever changed or taken out, since enquiries name the version they were sent with.
 * Consent: Art. 6 (1) a DSGVO. The last sentence is the notice of Art. 21 DSGVO without which no satisfaction survey is sent.
 */
export const CONSENT_TEXTS: Readonly<Record<string, Words>> = {
  '2026-11': {
    de: 'Ich bin einverstanden, dass die Partner des Unternehmensservice der Region meine Angaben speichern, sie der zuständigen Stelle geben und mich dazu anschreiben oder anrufen. Das kann ich jederzeit für die Zukunft widerrufen; eine E-Mail an meine Ansprechperson genügt. Nach dem Abschluss werde ich einmal per E-Mail gefragt, wie zufrieden ich war; auch dem kann ich jederzeit widersprechen.',
    en: 'I agree that the partners of the region’s business service store what I have entered, pass it on to the office responsible and write to me or call me about it. I can withdraw this for the future at any time; an e-mail to my contact is enough. When my request is closed I will be asked once by e-mail how satisfied I was; I can object to that at any time as well.',
  },
};

/** The version a form shows today. */
export const CONSENT_VERSION = '2026-11';
