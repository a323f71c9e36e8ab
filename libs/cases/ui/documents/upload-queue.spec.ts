import { HttpEventType, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { problemOf } from '@lotse/shared/ui';
import { UploadQueue } from './upload-queue';

describe('files on their way', () => {
  let queue: UploadQueue;
  let http: HttpTestingController;
  const target = { caseId: 'case-1', level: 'PARTIES' } as const;
  const file = (name: string, size = 10) => new File([new Uint8Array(size)], name);
  const states = () => queue.all().map(({ file: { name }, state }) => `${name} ${state}`);
  const request = (name: string) => http.expectOne(({ params }) => params.get('name') === name);

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [UploadQueue, provideHttpClient(), provideHttpClientTesting()] });
    queue = TestBed.inject(UploadQueue);
    http = TestBed.inject(HttpTestingController);
  });

  it('go two at a time, as they are, and tell how far they are', () => {
    queue.add([file('a.pdf'), file('b.pdf'), file('c.pdf')], target, 100);
    expect(states()).toEqual(['a.pdf sending', 'b.pdf sending', 'c.pdf waiting']);
    const first = request('a.pdf');
    expect([first.request.headers.get('content-type'), first.request.params.get('level'), first.request.body]).toEqual([
      'application/octet-stream',
      'PARTIES',
      queue.all()[0]?.file,
    ]);
    first.event({ type: HttpEventType.UploadProgress, loaded: 4, total: 10 });
    expect(queue.all()[0]?.percent).toBe(40);
    first.flush({ name: 'a.pdf', isSame: false });
    request('b.pdf').flush({ name: 'schon da.pdf', isSame: true });
    request('c.pdf').flush({ name: 'c.pdf', isSame: false });
    expect(states()).toEqual(['a.pdf done', 'b.pdf same', 'c.pdf done']);
    expect([queue.all()[1]?.result?.name, queue.arrived()]).toEqual(['schon da.pdf', 3]);
  });

  it('fail at once when too large, and hold nobody up', () => {
    queue.add([file('gross.pdf', 101), file('klein.pdf')], target, 100);
    expect(states()).toEqual(['gross.pdf failed', 'klein.pdf sending']);
    expect(problemOf(queue.all()[0]?.error)).toMatchObject({ status: 413, code: 'file.tooLarge' });
    http.expectNone(({ params }) => params.get('name') === 'gross.pdf');
  });

  it('can be called back, sent again and put away', () => {
    queue.add([file('a.pdf'), file('b.pdf'), file('c.pdf')], target, 100);
    const [first, second] = queue.all();
    const sending = request('a.pdf');
    queue.cancel(first!.id);
    expect(sending.cancelled).toBe(true);
    expect(states()).toEqual(['a.pdf cancelled', 'b.pdf sending', 'c.pdf sending']);
    request('b.pdf').flush({ code: 'file.storageAway' }, { status: 503, statusText: 'away' });
    expect(problemOf(queue.all()[1]?.error).code).toBe('file.storageAway');
    queue.retry(second!.id);
    expect(states()[1]).toBe('b.pdf sending');
    queue.dismiss(first!.id);
    expect(states()).toEqual(['b.pdf sending', 'c.pdf sending']);
  });

  it('as a newer version go to their document, from the version that was seen', () => {
    queue.add([file('neu.pdf')], { document: { id: 'doc-1', version: 3 } as never }, 100);
    const { headers } = http.expectOne('/api/v1/documents/doc-1/versions').request;
    expect([headers.get('if-match'), headers.get('content-type')]).toEqual(['"3"', 'application/octet-stream']);
  });
});
