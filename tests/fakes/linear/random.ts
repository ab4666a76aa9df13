const KEY_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Seeded generator (mulberry32): the same seed gives the same workspace on every machine. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 up to, and without, `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  }

  uuid(): string {
    const quad = (base = 0, limit = 0x1_0000) => (base + this.below(limit)).toString(16).padStart(4, '0');
    const version = quad(0x4000, 0x1000);
    const variant = quad(0x8000, 0x4000);
    return `${quad()}${quad()}-${quad()}-${version}-${variant}-${quad()}${quad()}${quad()}`;
  }

  apiKey(): string {
    let value = 'lin_api_';
    for (let index = 0; index < 40; index += 1) value += KEY_ALPHABET.charAt(this.below(KEY_ALPHABET.length));
    return value;
  }
}
