import { codesIn, compare, flatten, keysIn, unknownKeys } from './language-rules.mjs';

const texts = (object) => new Map(flatten(object));

describe('the languages', () => {
  it('must have the same keys and placeholders, and no empty text', () => {
    const de = texts({ case: { title: 'Vorgang {{number}}', only: 'Nur hier', blank: ' ' } });
    const en = texts({ case: { title: 'Case', blank: 'x', more: 'y' } });
    expect(compare(de, en)).toEqual([
      'case.only: missing in en',
      'case.more: missing in de',
      'case.title: placeholders differ (de: number; en: none)',
      'case.blank: empty in de',
    ]);
  });

  it('must have every key a template or a class names', () => {
    const template = `<ng-container *transloco="let t; prefix: 'case.list'">{{ t('title') }} {{ t(kind) }} <!-- t('old') --></ng-container>`;
    expect([...keysIn(template)]).toEqual(['case.list.title']);
    expect([...keysIn(`this.transloco.translate<string>('app.saved', {})`)]).toEqual(['app.saved']);
    expect([...keysIn(`{{ 'app.close' | transloco }}`)]).toEqual(['app.close']);
  });

  it('must have a text for every error code of the server', () => {
    const used = new Map([...codesIn(`throw new DomainError('rule', 'case.cannotMove', {})`)].map((key) => [key, 'cases.service.ts']));
    expect(unknownKeys(used, texts({ error: {} }))).toEqual(['error.case.cannotMove: used in cases.service.ts, has no text']);
    expect(unknownKeys(used, texts({ error: { case: { cannotMove: 'Das geht nicht.' } } }))).toEqual([]);
  });
});
