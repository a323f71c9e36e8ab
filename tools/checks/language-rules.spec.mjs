import { readFileSync } from 'node:fs';
import { auditKeysIn, codesIn, compare, flatten, keysIn, unknownKeys, usedKeys } from './language-rules.mjs';

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

  it('must have words for all the database writes to the log: the kind, what it concerns, each fact', () => {
    const call = `perform audit(case when p then 'bread.baked' else 'bread.burnt' end, 'loaf', x, jsonb_build_object('crust', jsonb_agg(a, b), 'by', f('x')));`;
    expect([...auditKeysIn(`${call} insert into audit_entries (action) values ('oven.lit');`)]).toEqual(
      ['action.bread_baked', 'action.bread_burnt', 'subject.loaf', 'fact.crust', 'fact.by', 'action.oven_lit'].map((key) => `audit.${key}`),
    );
  });

  it('offer every kind of the log as a filter', () => {
    const list = readFileSync('libs/identity/contract/audit.ts', 'utf8');
    const kinds = [...usedKeys('.').keys()].filter((key) => key.startsWith('audit.action.')).map((key) => key.slice(13).replace('_', '.'));
    expect(kinds.length).toBeGreaterThan(30);
    expect(kinds.filter((kind) => !list.includes(`'${kind}'`))).toEqual([]);
  });
});
