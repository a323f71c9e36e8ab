import { shownName } from './shown-name';

const name = (name: string, legalForm: string | null) => shownName({ name, legalForm, confidential: false, projectName: null });

it('names a company with its legal form, once', () => {
  expect(name('Weber Bau', 'GmbH')).toBe('Weber Bau GmbH');
  expect(name('Weber Bau GmbH', 'GmbH')).toBe('Weber Bau GmbH');
  expect(name('Weber Bau gmbh', 'GmbH')).toBe('Weber Bau gmbh');
  expect(name('Weber GmbH & Co KG', 'GmbH & Co. KG')).toBe('Weber GmbH & Co KG');
  expect(name('Montag', 'AG')).toBe('Montag AG');
  expect(name('Startrampe UG', 'UG (haftungsbeschränkt)')).toBe('Startrampe UG');
  expect(name('Startrampe', 'UG (haftungsbeschränkt)')).toBe('Startrampe UG (haftungsbeschränkt)');
});

it('leaves a name alone where the form is unknown or only describes', () => {
  expect(name('Bäckerei Probe', null)).toBe('Bäckerei Probe');
  expect(name('Bäckerei Probe', 'Einzelunternehmen')).toBe('Bäckerei Probe');
});

it('shows nothing but the project name of a confidential company', () => {
  expect(shownName({ name: 'Geheim', legalForm: 'GmbH', confidential: true, projectName: 'Projekt Ost' })).toBe('Projekt Ost');
});
