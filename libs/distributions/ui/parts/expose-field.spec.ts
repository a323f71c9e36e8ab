import { HttpEventType, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { ExposeField } from './expose-field';

describe('the file with an offer', () => {
  it('is sent as it is, tells how far it is, and says why it was refused', async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    const field = TestBed.runInInjectionContext(() => new ExposeField());
    const http = TestBed.inject(HttpTestingController);
    expect(await field.send('one')).toBeUndefined();
    const file = new File(['x'], 'Plan.pdf');
    field.file.set(file);
    const sent = field.send('one');
    const request = http.expectOne('/api/v1/distributions/one/expose?name=Plan.pdf');
    expect([request.request.body, request.request.headers.get('content-type')]).toEqual([file, 'application/octet-stream']);
    request.event({ type: HttpEventType.UploadProgress, loaded: 1, total: 4 });
    expect(field.percent()).toBe(25);
    request.flush({ id: 'one' });
    expect([await sent, field.percent()]).toEqual([{ id: 'one' }, undefined]);
    const again = field.send('one');
    http.expectOne(() => true).flush({ code: 'distribution.over' }, { status: 409, statusText: 'over' });
    await expect(again).rejects.toMatchObject({ status: 409 });
    expect(field.percent()).toBeUndefined();
  });
});
