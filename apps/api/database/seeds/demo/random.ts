/** A reproducible source of chance: the same seed gives the same demonstration (mulberry32). */
export class Random {
  constructor(private state: number) {}

  /** At least 0, below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }

  /** Picks by weight: `[['CALL', 5], ['VISIT', 1]]`. */
  weighted<T>(list: readonly (readonly [T, number])[]): T {
    let rest = this.next() * list.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of list) if ((rest -= weight) < 0) return value;
    return (list.at(-1) as readonly [T, number])[0];
  }

  /** A UUIDv7 whose time is `at`, so that ids sort as the real ones do. */
  id(at: Date): string {
    const time = at.getTime().toString(16).padStart(12, '0');
    const hex = () => this.between(0, 0xffff).toString(16).padStart(4, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex().slice(1)}-${'89ab'[this.between(0, 3)]}${hex().slice(1)}-${hex()}${hex()}${hex()}`;
  }
}
