import { listQuery, VIEW } from './list-view';

const TODAY = '2026-11-23';

it('asks for open cases of everybody unless the URL says otherwise', () => {
  expect(listQuery(VIEW, TODAY)).toMatchObject({ status: 'OPEN', page: 1 });
  const asked = Object.entries(listQuery(VIEW, TODAY)).filter(([, value]) => value !== undefined);
  expect(asked).toEqual([
    ['status', 'OPEN'],
    ['page', 1],
  ]);
});

it('asks for every status when all are wanted', () => {
  expect(listQuery({ ...VIEW, status: 'ALL' }, TODAY).status).toBeUndefined();
});

it.each([
  [{ status: 'WAITING_APPLICANT' }, { status: 'WAITING', waitingFor: 'APPLICANT' }],
  [{ status: 'CLOSED' }, { status: 'CLOSED' }],
  [{ ownership: 'shared' }, { ownership: 'shared' }],
  [{ due: 'overdue' }, { dueUntil: '2026-11-22' }],
  [{ due: 'today' }, { dueUntil: '2026-11-23' }],
  [{ due: 'week' }, { dueUntil: '2026-11-30' }],
  [{ step: 'without' }, { withoutNextStep: true }],
  [
    { officer: 'none', municipality: '06438008', q: 'Halle', page: '3', sort: '-title' },
    { officerId: 'none', municipality: '06438008', q: 'Halle', page: 3, sort: '-title' },
  ],
  [{ page: 'x' }, { page: 1 }],
])('reads %j from the URL', (view, query) => {
  expect(listQuery({ ...VIEW, ...view }, TODAY)).toMatchObject(query);
});
