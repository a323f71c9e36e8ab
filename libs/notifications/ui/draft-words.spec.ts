import { draftKind, draftLink, draftText } from './draft-words';

it('names a draft by what is written and knows the way to its form', () => {
  expect(
    ['log', 'case:new', 'company:new', 'case:1:offer', 'case:1:facts', 'company:1:note', 'handover:1:decline', 'x'].map(draftKind),
  ).toEqual([...['log', 'newCase', 'newCompany', 'offer', 'facts', 'note', 'decision', 'other']]);
  expect(draftLink('case:1:offer')).toEqual(['/vorgaenge', '1', 'uebergaben']);
  expect(draftLink('log')).toBeUndefined();
});

it('gives back what was written, without codes, ids and what came from a record', () => {
  const content = {
    kind: 'CALL',
    text: 'Ruft an',
    caseId: 'k1',
    company: { id: 'c1', name: 'Müller' },
    details: { reason: 'Platz', area: '' },
  };
  expect(draftText({ key: 'log', content, updatedAt: null })).toBe('Ruft an\nPlatz');
});
