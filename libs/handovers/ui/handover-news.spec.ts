import type { HandoverDto } from '@lotse/handovers/contract';
import { newsOf } from './handover-news';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const handover = (change: Partial<HandoverDto>): HandoverDto =>
  ({
    side: 'FROM',
    state: 'OFFERED',
    offeredAt: '2026-11-23T09:59:50Z',
    decidedAt: '2026-11-23T09:59:58Z',
    messages: [],
    ...change,
  }) as HandoverDto;

it.each([
  ['the own offer was accepted', { state: 'ACCEPTED' }, 'ACCEPTED'],
  ['the own offer was declined', { state: 'DECLINED' }, 'DECLINED'],
  ['the own offer has expired', { state: 'EXPIRED' }, 'EXPIRED'],
  ['an offer has come in', { side: 'TO', state: 'OFFERED' }, 'OFFERED'],
  ['nothing: the person offered it', { state: 'OFFERED' }, undefined],
  ['nothing: the person withdrew it', { state: 'WITHDRAWN' }, undefined],
  ['nothing: the own organisation decided', { side: 'TO', state: 'ACCEPTED' }, undefined],
  ['nothing: it was accepted long ago and has ended now', { state: 'ACCEPTED', decidedAt: '2026-11-20T10:00:00Z' }, undefined],
  ['nothing: somebody wrote about an old offer', { side: 'TO', offeredAt: '2026-11-22T10:00:00Z' }, undefined],
] as [string, Partial<HandoverDto>, string | undefined][])('%s', (_, change, news) => {
  expect(newsOf(handover(change), NOW)).toBe(news);
});
