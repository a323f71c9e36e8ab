import { merge } from './merge';

it('joins the branches domains share and lets nobody lose a text', () => {
  const joined = merge(
    { error: { notFound: 'Nicht da' }, app: { a: '1' } },
    { error: { case: { closed: 'Zu' } } },
    { error: { case: { gone: 'Weg' } } },
  );
  expect(joined).toEqual({ error: { notFound: 'Nicht da', case: { closed: 'Zu', gone: 'Weg' } }, app: { a: '1' } });
});
