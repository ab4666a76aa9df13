import { minutes, sleep } from '@/lib/kit/sleep';
import { LinearRateLimited } from './linear-errors';
import type { Bucket, Quota } from './types';

export interface PacingOptions {
  /** Share of each bucket that is left to the owner of the key. */
  reserve?: number;
  /** A reset nearer than this is waited for; a later one ends the run until then. */
  longestWaitMs?: number;
  now: () => Date;
  onWait?: (until: Date | null) => Promise<void>;
}

/** Keeps one run within Linear's rate limits, as its headers tell them. */
export class Pacing {
  quota: Quota = { requests: null, complexity: null };
  private readonly reserve: number;
  private readonly longestWaitMs: number;

  constructor(private readonly options: PacingOptions) {
    this.reserve = options.reserve ?? 0.1;
    this.longestWaitMs = options.longestWaitMs ?? minutes(2);
  }

  learn(quota: Quota): void {
    this.quota = {
      requests: quota.requests ?? this.quota.requests,
      complexity: quota.complexity ?? this.quota.complexity,
    };
  }

  /** Returns when a request may be sent; throws LinearRateLimited when that is too far away. */
  async waitForRoom(signal: AbortSignal): Promise<void> {
    const resets = [this.quota.requests, this.quota.complexity].flatMap((bucket) => this.resetOf(bucket));
    if (resets.length === 0) return;
    const resetAt = new Date(Math.max(...resets.map((at) => at.getTime())));
    await this.waitUntil(resetAt, signal);
    // What the headers said is old now; the next answer says anew.
    this.quota = { requests: null, complexity: null };
  }

  async waitUntil(resetAt: Date, signal: AbortSignal): Promise<void> {
    const wait = resetAt.getTime() - this.options.now().getTime();
    if (wait <= 0) return;
    if (wait > this.longestWaitMs) throw new LinearRateLimited(resetAt);
    await this.options.onWait?.(resetAt);
    await sleep(wait, signal);
    await this.options.onWait?.(null);
  }

  private resetOf(bucket: Bucket | null): Date[] {
    if (!bucket?.resetAt || bucket.remaining > bucket.limit * this.reserve) return [];
    return bucket.resetAt > this.options.now() ? [bucket.resetAt] : [];
  }
}
