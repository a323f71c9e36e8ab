import { changedFields, merge } from './merge';

describe('two people, one form', () => {
  const seen = { title: 'Halle', nextStep: '', jobs: '3' };

  it('joins changes of different fields without asking', () => {
    expect(merge(seen, { ...seen, title: 'Neue Halle' }, { ...seen, jobs: '5' })).toEqual({
      values: { title: 'Neue Halle', nextStep: '', jobs: '5' },
      conflicts: [],
    });
  });

  it('asks where both changed the same field differently, and keeps what was typed', () => {
    const { values, conflicts } = merge(seen, { ...seen, title: 'Meine' }, { ...seen, title: 'Ihre', nextStep: 'Anrufen' });
    expect(conflicts).toEqual(['title']);
    expect(values).toEqual({ title: 'Meine', nextStep: 'Anrufen', jobs: '3' });
  });

  it('has no conflict where both changed it to the same', () => {
    expect(merge(seen, { ...seen, title: 'Gleich' }, { ...seen, title: 'Gleich' }).conflicts).toEqual([]);
  });

  it('takes emptying for a change', () => {
    expect(merge(seen, { ...seen, jobs: '' }, { ...seen, jobs: '9' }).conflicts).toEqual(['jobs']);
    expect(merge(seen, seen, { ...seen, jobs: '' }).values['jobs']).toBe('');
  });

  it('names what was changed, and what belongs together as one', () => {
    const address = { street: 'Beispielweg', houseNumber: '1' };
    expect(changedFields({ name: 'Werk I', address }, { name: 'Werk I', address: { ...address } })).toEqual([]);
    expect(changedFields({ name: '', address }, { name: '', address: { ...address, houseNumber: '2' } })).toEqual(['address']);
  });
});
