import { isNaturalPerson, LEGAL_FORMS, LEGAL_FORM_NAMES } from './legal-form';

describe('legal forms', () => {
  it('protects the firms of natural persons, and whatever is not known', () => {
    for (const form of ['Einzelunternehmen', 'e.K.', 'Freiberufler/in', 'GbR', 'PartG', 'PartG mbB', null, undefined, '', 'gmbh?']) {
      expect(isNaturalPerson(form)).toBe(true);
    }
    for (const form of ['GmbH', 'GmbH & Co. KG', 'KG', 'OHG', 'AG', 'SE', 'eG', 'UG (haftungsbeschränkt)', 'Ltd.']) {
      expect(isNaturalPerson(form)).toBe(false);
    }
  });

  it('names each form once', () => {
    expect(new Set(LEGAL_FORM_NAMES).size).toBe(LEGAL_FORMS.length);
  });
});
