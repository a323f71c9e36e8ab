import { DOCUMENT, Injector } from '@angular/core';
import { Update } from './update';

/** A browser that runs the program `here` beside a server that has `there`. */
function browser(here: string, there: string | null) {
  const calls: string[] = [];
  const document = { querySelector: () => ({ src: `http://localhost/${here}` }), location: { assign: (page: string) => calls.push(page) } };
  const answer = { ok: true, text: () => Promise.resolve(`<script src="${there}" type="module"></script>`) };
  globalThis.fetch = () => (there === null ? Promise.reject(new TypeError('offline')) : Promise.resolve(answer as Response));
  const update = Injector.create({ providers: [{ provide: DOCUMENT, useValue: document }, { provide: Update }] }).get(Update);
  return { update, calls };
}

beforeEach(() => sessionStorage.clear());

it('starts anew for a new program, and only once for each', async () => {
  const { update, calls } = browser('main-OLD12345.js', 'main-NEW12345.js');
  for (let n = 0; n < 5; n++) await update.follow('/vorgaenge');
  expect(calls).toEqual(['/vorgaenge']);
  const next = browser('main-NEW12345.js', 'main-NEXT1234.js');
  await next.update.follow('/');
  expect(next.calls).toEqual(['/']);
});

it('stays when the server has the same program: another start would change nothing', async () => {
  const { update, calls } = browser('main-SAME1234.js', 'main-SAME1234.js');
  await update.follow('/vorgaenge');
  expect(calls).toEqual([]);
});

it('stays without connection, when the server has no program, and when the browser cannot remember', async () => {
  for (const there of [null, 'nothing.js']) {
    const { update, calls } = browser('main-OLD12345.js', there);
    await update.follow('/vorgaenge');
    expect(calls).toEqual([]);
  }
  const { update, calls } = browser('main-OLD12345.js', 'main-NEW12345.js');
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = () => {
    throw new DOMException('no storage');
  };
  await update.follow('/vorgaenge');
  Storage.prototype.setItem = setItem;
  expect(calls).toEqual([]);
});
