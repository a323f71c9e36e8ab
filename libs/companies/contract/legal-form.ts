/** A legal form as it is offered and shown; names of forms are the same in both languages. */
export interface LegalForm {
  /** As the law writes it; this text travels and is stored. */
  name: string;
  /**
   * Do the company's data count as personal data? Yes for sole traders and freelancers, and for partnerships whose name is
   * usually that of its people (GbR, PartG): there, name, address and telephone belong to natural persons (Art. 4 no. 1 DSGVO;
   * recital 14 leaves out legal persons only). Such firms stay within the organisation that entered them.
   */
  isNaturalPerson: boolean;
}

/**
 * Decision: OHG and KG are treated like legal persons, since they are entered in a public register, act under their own firm
 * (§§ 105, 161 HGB) and hold rights themselves; e.K. is the person (§ 17 HGB), a GbR need not be registered, not even since 2024.
 */
export const LEGAL_FORMS = [
  { name: 'Einzelunternehmen', isNaturalPerson: true },
  { name: 'e.K.', isNaturalPerson: true },
  { name: 'Freiberufler/in', isNaturalPerson: true },
  { name: 'GbR', isNaturalPerson: true },
  { name: 'PartG', isNaturalPerson: true },
  { name: 'PartG mbB', isNaturalPerson: true },
  { name: 'OHG', isNaturalPerson: false },
  { name: 'KG', isNaturalPerson: false },
  { name: 'GmbH & Co. KG', isNaturalPerson: false },
  { name: 'UG (haftungsbeschränkt)', isNaturalPerson: false },
  { name: 'UG (haftungsbeschränkt) & Co. KG', isNaturalPerson: false },
  { name: 'GmbH', isNaturalPerson: false },
  { name: 'gGmbH', isNaturalPerson: false },
  { name: 'AG', isNaturalPerson: false },
  { name: 'AG & Co. KG', isNaturalPerson: false },
  { name: 'KGaA', isNaturalPerson: false },
  { name: 'SE', isNaturalPerson: false },
  { name: 'eG', isNaturalPerson: false },
  { name: 'e.V.', isNaturalPerson: false },
  { name: 'Stiftung', isNaturalPerson: false },
  { name: 'Körperschaft des öffentlichen Rechts', isNaturalPerson: false },
  { name: 'Anstalt des öffentlichen Rechts', isNaturalPerson: false },
  { name: 'Ltd.', isNaturalPerson: false },
  { name: 'Inc.', isNaturalPerson: false },
  { name: 'B.V.', isNaturalPerson: false },
  { name: 'S.A.', isNaturalPerson: false },
  { name: 'S.à r.l.', isNaturalPerson: false },
  { name: 'Sonstige', isNaturalPerson: false },
] as const satisfies readonly LegalForm[];
export type LegalFormName = (typeof LEGAL_FORMS)[number]['name'];
export const LEGAL_FORM_NAMES: readonly string[] = LEGAL_FORMS.map(({ name }) => name);

/** Firms of natural persons are protected more; a company without a known legal form could be one and counts as one. */
export const isNaturalPerson = (legalForm: string | null | undefined): boolean =>
  LEGAL_FORMS.find(({ name }) => name === legalForm)?.isNaturalPerson ?? true;
