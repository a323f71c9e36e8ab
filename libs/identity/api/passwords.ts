import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '@lotse/shared/api';

/** OWASP Password Storage: Argon2id with 64 MiB and two passes; about 60 a second on two cores. */
const COST = { memoryCost: 64 * 1024, timeCost: 2, parallelism: 1 };
const AT_ONCE = 4;
const WAITING_AT_MOST = 40;

/** Hashing costs memory and time on purpose; a short queue keeps a flood of sign-ins from taking both from everybody else. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly nobody = hash('the password of nobody', COST);

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, COST));
  }

  /** Takes the same time whether or not there is an account. */
  async fits(stored: string | null | undefined, password: string): Promise<boolean> {
    const against = stored ?? (await this.nobody);
    const equal = await this.inTurn(() => verify(against, password));
    return equal && stored !== null && stored !== undefined;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) {
      if (this.waiting.length >= WAITING_AT_MOST) throw new DomainError('tooMany', 'session.busy', { retryAfter: 5 });
      await new Promise<void>((next) => this.waiting.push(next));
    } else {
      this.running++;
    }
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}
