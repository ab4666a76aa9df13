import { rateLimitedError, type WireError } from './errors';

export interface RateLimitOptions {
  /** Requests per period of one user. */
  requests?: number;
  /** Complexity points per period of one user. */
  complexity?: number;
  periodMs?: number;
  /** How a refusal looks. Linear answers HTTP 400; gateways in between, and older Linear, HTTP 429. */
  refusal?: 'ratelimited' | 'too-many-requests';
  /**
   * What `*-Reset` says: `window` is now plus the period (all captures show one stamp for both buckets),
   * `full` is the moment at which the refill is complete.
   */
  reset?: 'window' | 'full';
}

export type Unit = 'requests' | 'complexity';

/** A leaky bucket with constant refill of limit / period. */
class Bucket {
  readonly limit: number;
  readonly periodMs: number;
  #level: number;
  #at: number;

  constructor(limit: number, periodMs: number, now: number) {
    this.limit = limit;
    this.periodMs = periodMs;
    this.#level = limit;
    this.#at = now;
  }

  levelAt(now: number): number {
    const elapsed = Math.max(0, now - this.#at);
    return Math.min(this.limit, this.#level + (elapsed * this.limit) / this.periodMs);
  }

  setLevel(level: number, now: number): void {
    this.#level = level;
    this.#at = now;
  }

  fullAt(now: number): number {
    return now + ((this.limit - this.levelAt(now)) * this.periodMs) / this.limit;
  }
}

type Buckets = Record<Unit, Bucket>;

export interface BucketState {
  unit: Unit;
  limit: number;
  remaining: number;
  resetMs: number;
  periodMs: number;
}

const HOUR_MS = 3_600_000;
const KEY_BUDGET = { requests: 2500, complexity: 3_000_000 };
const ANONYMOUS_BUDGET = { requests: 600, complexity: 100_000 };

/** One pair of buckets per user: all keys of a user share it. Callers without a key share one by address. */
export class RateLimiter {
  readonly #clock: () => Date;
  readonly #buckets = new Map<string, Buckets>();
  #options: RateLimitOptions;

  constructor(options: RateLimitOptions, clock: () => Date) {
    this.#options = options;
    this.#clock = clock;
  }

  get refusal(): 'ratelimited' | 'too-many-requests' {
    return this.#options.refusal ?? 'ratelimited';
  }

  configure(options: RateLimitOptions): void {
    this.#options = options;
    this.#buckets.clear();
  }

  /** Leaves the user with exactly this much, as if others had spent the rest. */
  setRemaining(owner: string, unit: Unit, remaining: number): void {
    this.#of(owner)[unit].setLevel(remaining, this.#now());
  }

  /** Takes the points if they are there. A refused request costs nothing. */
  take(owner: string, unit: Unit, points: number): WireError | undefined {
    const bucket = this.#of(owner)[unit];
    const now = this.#now();
    const level = bucket.levelAt(now);
    if (level >= points) {
      bucket.setLevel(level - points, now);
      return undefined;
    }
    const { limit, periodMs: duration } = bucket;
    const result = { allowed: false, requested: points, remaining: Math.floor(level), duration, limit } as const;
    return rateLimitedError(result, unit === 'requests' ? 'requests' : 'complexity points');
  }

  states(owner: string): BucketState[] {
    const now = this.#now();
    const buckets = this.#of(owner);
    return (['requests', 'complexity'] as const).map((unit) => {
      const bucket = buckets[unit];
      const resetMs = this.#options.reset === 'full' ? bucket.fullAt(now) : now + bucket.periodMs;
      const { limit, periodMs } = bucket;
      return { unit, limit, periodMs, remaining: Math.floor(bucket.levelAt(now)), resetMs: Math.ceil(resetMs) };
    });
  }

  headers(owner: string, cost: number): Record<string, string> {
    const headers: Record<string, string> = { 'x-complexity': String(cost) };
    for (const { unit, limit, remaining, resetMs } of this.states(owner)) {
      const name = `x-ratelimit-${unit}`;
      headers[`${name}-limit`] = String(limit);
      headers[`${name}-remaining`] = String(remaining);
      headers[`${name}-reset`] = String(resetMs);
    }
    return headers;
  }

  #now(): number {
    return this.#clock().getTime();
  }

  #of(owner: string): Buckets {
    const known = this.#buckets.get(owner);
    if (known !== undefined) return known;
    const budget = owner === ANONYMOUS ? ANONYMOUS_BUDGET : { ...KEY_BUDGET, ...this.#options };
    const { periodMs = HOUR_MS } = this.#options;
    const now = this.#now();
    const requests = new Bucket(budget.requests, periodMs, now);
    const buckets = { requests, complexity: new Bucket(budget.complexity, periodMs, now) };
    this.#buckets.set(owner, buckets);
    return buckets;
  }
}

export const ANONYMOUS = 'anonymous';
