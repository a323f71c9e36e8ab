import { duplicateReasons, type DuplicateTraits } from './duplicate';

const known: DuplicateTraits = {
  name: 'Müller & Sohn GmbH',
  phones: ['06074 8180-0', null],
  emails: ['kontakt@mueller-sohn.example', 'otto.mueller@gmx.de'],
  addresses: [{ street: 'Gottlieb-Daimler-Straße', houseNumber: '12 a', postalCode: '63128' }],
  register: { court: 'Amtsgericht Offenbach am Main', number: 'HRB 12345' },
};

describe('duplicate hints', () => {
  it.each<[string, DuplicateTraits, string[]]>([
    ['the name in another spelling', { name: 'Mueller und Sohn' }, ['NAME']],
    ['the telephone in another notation', { phones: ['+49 (0) 6074 81800'] }, ['PHONE']],
    ['the same address of mail', { emails: ['Otto.Mueller@GMX.de'] }, ['EMAIL']],
    ['the same host of its own', { emails: ['info@mueller-sohn.example'] }, ['EMAIL']],
    ['the street, shortened', { addresses: [{ street: 'Gottlieb Daimler Str.', houseNumber: '12A', postalCode: '63128' }] }, ['ADDRESS']],
    ['the register', { register: { court: 'AG Offenbach am Main', number: 'HRB12345' } }, ['REGISTER']],
    ['several, the strongest first', { name: 'Müller Sohn', phones: ['06074/81800'] }, ['NAME', 'PHONE']],
    ['a mail provider of everybody', { emails: ['someone@gmx.de'] }, []],
    ['another house', { addresses: [{ street: 'Gottlieb-Daimler-Straße', houseNumber: '14', postalCode: '63128' }] }, []],
    ['the number at another court', { register: { court: 'Darmstadt', number: 'HRB 12345' } }, []],
    ['another name', { name: 'Müller & Tochter GmbH' }, []],
    ['nothing at all', {}, []],
    [
      'blanks',
      {
        name: ' ',
        phones: [' ', '-'],
        emails: [''],
        addresses: [{ street: '', houseNumber: '', postalCode: '' }],
        register: { court: '', number: '' },
      },
      [],
    ],
  ])('%s', (_, candidate, reasons) => {
    expect(duplicateReasons(candidate, known)).toEqual(reasons);
    expect(duplicateReasons(known, candidate)).toEqual(reasons);
  });

  it('two companies without anything are no duplicates', () => {
    expect(duplicateReasons({}, {})).toEqual([]);
    expect(duplicateReasons({ name: '&', phones: ['1'] }, { name: '-', phones: ['1'] })).toEqual([]);
  });
});
