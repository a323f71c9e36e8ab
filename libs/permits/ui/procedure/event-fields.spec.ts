import type { ClockDto, PermitEventDto } from '@lotse/permits/contract';
import { eventFieldsOf, eventInput, NO_EVENT } from './event-fields';
import { movedClocks } from './moved';
import { changesOf, fieldsOf, NO_PROCEDURE } from './procedure-fields';

it('sends only what belongs to the kind, whatever was typed before', () => {
  const typed = {
    ...NO_EVENT,
    on: '2026-04-20',
    items: 'Lageplan\n\n Lageplan \nAnsichten',
    reason: 'alt',
    ground: 'OTHER',
    months: '1',
    note: ' ',
  };
  expect(eventInput({ ...typed, kind: 'DOCUMENTS_REQUESTED' })).toEqual({
    kind: 'DOCUMENTS_REQUESTED',
    on: '2026-04-20',
    items: ['Lageplan', 'Ansichten'],
  });
  expect(eventInput({ ...typed, kind: 'EXTENDED' }, 'e1')).toEqual({ kind: 'EXTENDED', on: '2026-04-20', months: 1, supersedes: 'e1' });
  expect(eventInput({ ...typed, kind: 'DOCUMENTS_REJECTED' }).reason).toBe('alt');
});

it('begins a correction with what was recorded, and with no reason for it', () => {
  const event = {
    kind: 'DEFERRED',
    on: '2026-05-04',
    items: null,
    until: '2026-06-01',
    ground: 'BAUGB_15_3',
    note: 'alt',
  } as PermitEventDto;
  expect(eventFieldsOf(event)).toMatchObject({ kind: 'DEFERRED', on: '2026-05-04', until: '2026-06-01', ground: 'BAUGB_15_3', note: '' });
});

it('names the counts an event has moved', () => {
  const clock = (policy: string, dueOn: string | null, stoppedOn: string | null = null) => ({ policy, dueOn, stoppedOn }) as ClockDto;
  const before = { clocks: [clock('GOAL_35', '2026-05-21'), clock('HBO_65', '2026-06-25'), clock('BAUGB_36', '2026-05-26')] };
  const after = { clocks: [clock('GOAL_35', '2026-06-03'), clock('HBO_65', '2026-06-25'), clock('BAUGB_36', '2026-05-26', '2026-05-20')] };
  expect(movedClocks(before, after)).toEqual([
    { policy: 'GOAL_35', from: '2026-05-21', to: '2026-06-03' },
    { policy: 'BAUGB_36', from: '2026-05-26', to: null },
  ]);
});

it('changes only what was changed; the organisation goes with the name of the authority', () => {
  const fields = { ...NO_PROCEDURE, authority: 'Stadt Musterstadt', title: ' ' };
  const partners = [{ id: 'o1', name: 'Stadt Musterstadt' }];
  expect(changesOf(fields, partners, ['title'])).toEqual({ title: null });
  expect(changesOf(fields, partners, ['authority'])).toEqual({ authority: 'Stadt Musterstadt', authorityOrganisationId: 'o1' });
  expect(fieldsOf({ type: 'OTHER', agencies: ['A', 'B'], dependsOn: [] } as never)).toMatchObject({ type: 'OTHER', agencies: 'A\nB' });
});
