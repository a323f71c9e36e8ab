import { mailErrorText, mailRetrySeconds } from './mail-retry';

it('waits longer each time, never in step, at most six hours', () => {
  expect([1, 2, 3, 8].map((attempts) => mailRetrySeconds(attempts, 0.5))).toEqual([30, 60, 120, 3840]);
  expect(mailRetrySeconds(20, 0.999)).toBeLessThan(9.1 * 3600);
  expect(mailRetrySeconds(1, 0)).toBe(15);
});

it('keeps addresses out of the reasons it notes', () => {
  expect(mailErrorText(new Error('<erika@firma.example> is unknown'))).toBe('… is unknown');
  expect(mailErrorText({ code: 'EENVELOPE', responseCode: 550 })).toBe('EENVELOPE 550');
});
