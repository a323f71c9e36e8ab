import { listQuery, VIEW } from './list-view';

it('asks only for what the view says', () => {
  expect(listQuery(VIEW)).toEqual({ page: 1 });
  expect(listQuery({ ...VIEW, q: 'Müller', kept: 'false', confidential: 'true', sizeClass: 'SMALL', sort: '-name', page: '3' })).toEqual({
    q: 'Müller',
    kept: false,
    confidential: true,
    sizeClass: 'SMALL',
    sort: '-name',
    page: 3,
  });
});

it('starts at the first page when the URL says nonsense', () => {
  expect(listQuery({ ...VIEW, page: 'drei' }).page).toBe(1);
});
