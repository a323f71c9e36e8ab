/** Whose word it is: the company's agreement to share its case, or a person's consent to share their own data. */
export const AGREEMENT_KINDS = ['COMPANY', 'PERSON'] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

/** How it was given. Spoken words are enough, where who and when are recorded. */
export const AGREEMENT_FORMS = ['ORAL', 'WRITTEN', 'EMAIL'] as const;
export type AgreementForm = (typeof AGREEMENT_FORMS)[number];
