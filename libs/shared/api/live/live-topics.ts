import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';

/** Whether the reader sees the row; `tx` runs on behalf of the reader, the check adds the row condition of its domain. */
export type VisibleCheck = (tx: EntityManager, id: string, reader: Actor) => Promise<boolean>;

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
