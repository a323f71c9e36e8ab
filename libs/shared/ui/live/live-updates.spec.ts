import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { CurrentSession } from '../session/current-session';
import { type LiveUpdate, LiveUpdates } from './live-updates';

class Source {
  static readonly all: Source[] = [];
  onmessage?: (event: { data: string }) => void;
  closed = false;
  constructor(readonly url: string) {
    Source.all.push(this);
  }
  close(): void {
    this.closed = true;
  }
}

it('passes on the topics somebody asked for and closes with the session', () => {
  Object.assign(window, { EventSource: Source });
  const organisation = signal<object | undefined>({ id: '1' });
  TestBed.configureTestingModule({ providers: [{ provide: CurrentSession, useValue: { organisation, viewer: () => undefined } }] });
  const heard: LiveUpdate[] = [];
  TestBed.inject(LiveUpdates)
    .on('handover')
    .subscribe((update) => heard.push(update));
  TestBed.tick();

  const [source] = Source.all;
  expect(source!.url).toBe('/api/v1/live');
  source!.onmessage!({ data: '{"topic":"handover","id":"7"}' });
  source!.onmessage!({ data: '{"topic":"case","id":"8"}' });
  source!.onmessage!({ data: '"hello"' });
  expect(heard).toEqual([{ topic: 'handover', id: '7' }]);

  organisation.set(undefined);
  TestBed.tick();
  expect(source!.closed).toBe(true);
});
