import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Whether the row is visible; `tx` runs on behalf of the reader. */
export type VisibleCheck = (tx: EntityManager, id: string) => Promise<boolean>;

/** What can be told live. Domains register their topics in the constructor of their module; unknown topics are never delivered. */
@Injectable()
export class LiveTopics {
  readonly #checks = new Map<string, VisibleCheck>();

  register(topic: string, check: VisibleCheck): void {
    if (this.#checks.has(topic)) throw new Error(`live topic ${topic} is registered twice`);
    this.#checks.set(topic, check);
  }

  /** The check of a topic, if anybody registered it. */
  check(topic: string): VisibleCheck | undefined {
    return this.#checks.get(topic);
  }
}
