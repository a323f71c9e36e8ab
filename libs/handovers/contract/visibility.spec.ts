import fc from 'fast-check';
import type { Role } from '@lotse/shared/contract';
import { type Colleague, colleaguesWhoRead, type RecordRules } from './visibility';

const one = (userId: string, roles: Role[], standsInFor: Colleague['standsInFor'] = []): Colleague => ({ userId, roles, standsInFor });
const reasons = (colleagues: Colleague[], rules: Partial<RecordRules> = {}) =>
  colleaguesWhoRead(colleagues, { confidential: false, team: [], ...rules }).map(({ userId, reason }) => `${userId} ${reason}`);

describe('who of an organisation reads a record', () => {
  it('is everybody with a reading role where it is open', () => {
    const people = [
      one('o', ['OFFICER']),
      one('l', ['LIAISON']),
      one('m', ['MANAGER']),
      one('x', ['ADMINISTRATOR', 'DATA_PROTECTION_OFFICER']),
    ];
    expect(reasons(people, { officerId: 'o' })).toEqual(['o OFFICER', 'l ROLE', 'm ROLE']);
  });

  it('is only the team, and who stands in for it, where it is confidential', () => {
    const people = [
      one('o', ['OFFICER']),
      one('t', ['MANAGER']),
      one('a', ['ADMINISTRATOR']),
      one('d', ['OFFICER'], [{ userId: 't', roles: ['MANAGER'] }]),
      one('l', ['LIAISON']),
    ];
    expect(reasons(people, { confidential: true, team: ['o', 't', 'a'], officerId: 'o' })).toEqual(['o OFFICER', 't TEAM', 'd DEPUTY']);
  });

  it('adds liaisons and their deputies where a confidential record was shared with the organisation', () => {
    const people = [one('o', ['OFFICER']), one('l', ['LIAISON']), one('d', ['ADMINISTRATOR'], [{ userId: 'l', roles: ['LIAISON'] }])];
    expect(reasons(people, { confidential: true, liaisonsToo: true })).toEqual(['l ROLE', 'd DEPUTY']);
    expect(reasons(people, { confidential: true })).toEqual([]);
  });

  it('names nobody twice, nobody unknown, and nobody without a reading role of their own or lent', () => {
    const role = fc.constantFrom<Role>('OFFICER', 'LIAISON', 'MANAGER', 'ADMINISTRATOR', 'DATA_PROTECTION_OFFICER');
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const person = fc.record({
      userId: id,
      roles: fc.uniqueArray(role, { minLength: 1 }),
      standsInFor: fc.array(fc.record({ userId: id, roles: fc.uniqueArray(role) }), { maxLength: 2 }),
    });
    const rules = fc.record({ confidential: fc.boolean(), team: fc.array(id), officerId: fc.option(id), liaisonsToo: fc.boolean() });
    fc.assert(
      fc.property(fc.uniqueArray(person, { selector: ({ userId }) => userId }), rules, (people, given) => {
        const found = colleaguesWhoRead(people, given);
        expect(new Set(found.map(({ userId }) => userId)).size).toBe(found.length);
        for (const { userId, roles, reason, standsInFor } of found) {
          expect(people.some((colleague) => colleague.userId === userId)).toBe(true);
          expect(roles.length).toBeGreaterThan(0);
          expect(standsInFor !== undefined).toBe(reason === 'DEPUTY');
        }
        if (!given.confidential)
          expect(found.length).toBeGreaterThanOrEqual(people.filter(({ roles }) => roles.includes('OFFICER')).length);
      }),
    );
  });
});
