import { DOCUMENT, effect, inject, Service } from '@angular/core';
import { filter, type Observable, Subject } from 'rxjs';
import { CurrentSession } from '../session/current-session';

/** Something that may be on screen has changed; the id is all that travels, the reader loads it with their own rights. */
export interface LiveUpdate {
  topic: string;
  id: string;
}

/** Changes made by others, as they happen. One connection per browser tab, open only while somebody is signed in. */
@Service()
export class LiveUpdates {
  private readonly session = inject(CurrentSession);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly updates = new Subject<LiveUpdate>();

  constructor() {
    effect((onCleanup) => {
      const organisation = this.session.organisation();
      if (!organisation || this.session.viewer() || !this.window || !('EventSource' in this.window)) return;
      const source = new EventSource('/api/v1/live');
      source.onmessage = ({ data }: MessageEvent<string>) => this.receive(data);
      onCleanup(() => source.close());
    });
  }

  /** `live.on('handover').pipe(takeUntilDestroyed()).subscribe(() => this.handovers.reload())` */
  on(...topics: string[]): Observable<LiveUpdate> {
    return this.updates.pipe(filter(({ topic }) => topics.includes(topic)));
  }

  private receive(data: string): void {
    const update: unknown = JSON.parse(data);
    if (isUpdate(update)) this.updates.next(update);
  }
}

function isUpdate(value: unknown): value is LiveUpdate {
  return typeof value === 'object' && value !== null && 'topic' in value && typeof value.topic === 'string' && 'id' in value;
}
