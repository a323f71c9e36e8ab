import fc from 'fast-check';
import { foldName, foldText, nameKey } from './fold';

describe('folding names', () => {
  it.each([
    [['Müller', 'Mueller', 'Muller', 'MÜLLER', 'Mu\u0308ller', 'Müeller'], 'muller'],
    [['Weiß', 'Weiss', 'WEISS', 'WEIẞ'], 'weiss'],
    [['Größe', 'Groesse', 'Grosse'], 'grosse'],
    [['Bäuerle', 'Baeuerle', 'Bauerle'], 'bauerle'],
    [['Häuser', 'Haeuser', 'Hauser'], 'hauser'],
    [['Café Œuvre', 'cafe oeuvre'], 'cafe ouvre'],
    [['Søren Łukasz', 'Soren Lukasz'], 'soren lukasz'],
    [['Zwölf', 'Zwoelf', 'ZWOLF'], 'zwolf'],
    [["D'Angelo", 'D’Angelo', 'DAngelo'], 'dangelo'],
  ])('%j are one', (spellings, folded) => {
    for (const spelling of spellings) expect(foldText(spelling)).toBe(folded);
  });

  it.each([
    ['Bauer', 'Baur'],
    ['Neue Wege', 'Nu Wege'],
    ['Feuer', 'Feur'],
    ['Quelle', 'Qulle'],
    ['Meyer', 'Meier'],
  ])('%s is not %s', (one, other) => expect(foldText(one)).not.toBe(foldText(other)));

  it.each([
    ['Müller GmbH', 'muller'],
    ['Müller G.m.b.H.', 'muller'],
    ['Müller GmbH & Co. KG', 'muller'],
    ['Müller GmbH & Co. KGaA', 'muller'],
    ['Müller & Co. KG', 'muller'],
    ['Müller und Co. OHG', 'muller'],
    ['Müller & Sohn GmbH', 'muller sohn'],
    ['Müller und Sohn', 'muller sohn'],
    ['Müller UG (haftungsbeschränkt)', 'muller'],
    ['Müller UG (haftungsbeschraenkt) & Co. KG', 'muller'],
    ['Otto Müller e.K.', 'otto muller'],
    ['Otto Müller e. Kfm.', 'otto muller'],
    ['Beispiel AG', 'beispiel'],
    ['Beispiel SE & Co. KGaA', 'beispiel'],
    ['Volksbeispiel eG', 'volksbeispiel'],
    ['Schmidt & Schulz GbR', 'schmidt schulz'],
    ['Muster Inc.', 'muster'],
    ['Muster Ltd', 'muster'],
    ['Muster Holding B.V.', 'muster holding'],
    ['Muster S.à r.l.', 'muster'],
    ['Muster gGmbH', 'muster'],
    ['Schulz PartG', 'schulz'],
    ['Schulz PartG mbB', 'schulz'],
    ['Beispiel Gesellschaft mit beschränkter Haftung', 'beispiel'],
    ['Müller GmbH Rodgau', 'muller rodgau'],
  ])('%s is compared as "%s"', (name, folded) => expect(foldName(name)).toBe(folded));

  it.each([
    ['AG', 'ag'],
    ['KG Druck', 'kg druck'],
    ['SE Bikes GmbH', 'se bikes'],
    ['AB Autoteile', 'ab autoteile'],
    ['GmbH', 'gmbh'],
    ['Und & Und', 'und'],
  ])('never takes the first word of "%s"', (name, folded) => expect(foldName(name)).toBe(folded));

  it('sees the same name written together, apart and with a hyphen', () => {
    expect(new Set(['Auto-Haus Müller GmbH', 'Autohaus Mueller', 'Auto Haus Muller e.K.'].map(nameKey))).toEqual(
      new Set(['autohausmuller']),
    );
  });

  it('keeps names in other scripts', () => {
    expect(foldText('ΑΛΦΑ Бета')).toBe('αλφα бета');
    expect(nameKey('株式会社')).not.toBe('');
  });

  const words = fc.string({ unit: fc.constantFrom(...'aeouqüöäßÄÖÜxAEB .-&é'), maxLength: 24 });
  it('folds once and for all, to small letters with single blanks', () => {
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 20 })), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        expect(folded).toBe(folded.trim());
        expect(folded).not.toMatch(/[A-Z]| {2}|[äöüß]/);
      }),
      { numRuns: 2000 },
    );
  });

  it('a legal form at the end makes no difference', () => {
    const name = fc.stringMatching(/^[a-df-z]{3,10}( [a-df-z]{4,9})?$/);
    fc.assert(
      fc.property(
        name,
        fc.constantFrom('GmbH', 'GmbH & Co. KG', 'AG', 'KG', 'OHG', 'e.K.', 'UG (haftungsbeschränkt)', 'SE'),
        (one, form) => {
          expect(nameKey(`${one} ${form}`)).toBe(nameKey(one));
        },
      ),
    );
  });
});
