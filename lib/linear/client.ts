import { minutes, seconds, sleep } from '@/lib/kit/sleep';
import { isPassing, LinearRateLimited } from './linear-errors';
import { Pacing } from './pacing';
import { readCost, readQuota, readServerDate } from './rate-headers';
import { type Answer, readAnswer } from './read-answer';
import { send } from './send';

export interface LinearClientOptions {
  url: string;
  apiKey: string;
  now: () => Date;
  pacing?: Pacing;
  /** For one request. */
  timeoutMs?: number;
  /** For one question with all its retries. 0: no retry. */
  retryBudgetMs?: number;
  firstBackoffMs?: number;
  /** Issues in a page; tests take few, to cross many borders. */
  pageSize?: number;
  /** Whether pages of issues hold their texts. */
  descriptions?: boolean;
}

/** The most that Linear gives at once. */
export const fullPage = 250;

export interface Reply extends Answer {
  /** On our clock: what is answered may be as old. */
  askedAt: Date;
  latencyMs: number;
  serverDate: Date | null;
}

/** A limit that refuses this often in a row is not about to open: the run ends and goes on later. */
const mostRefusals = 5;

/** Asks Linear, one question after another. Reads only: a read may be repeated, so what passes is tried again. */
export class LinearClient {
  requests = 0;
  complexity = 0;
  readonly pacing: Pacing;
  readonly pageSize: number;
  readonly descriptions: boolean;

  constructor(private readonly options: LinearClientOptions) {
    this.pacing = options.pacing ?? new Pacing({ now: options.now });
    this.pageSize = options.pageSize ?? fullPage;
    this.descriptions = options.descriptions ?? false;
  }

  async ask(document: string, variables: Record<string, unknown>, signal: AbortSignal): Promise<Reply> {
    const { firstBackoffMs = 500, retryBudgetMs = minutes(2) } = this.options;
    const body = JSON.stringify({ query: document, variables });
    const startedAt = performance.now();
    for (let attempt = 0; ; attempt++) {
      await this.pacing.waitForRoom(signal);
      try {
        return await this.askOnce(body, signal);
      } catch (error) {
        if (error instanceof LinearRateLimited && attempt < mostRefusals) {
          // Refused in spite of pacing: another program uses the same key.
          await this.pacing.waitUntil(error.resetAt, signal);
          continue;
        }
        const backoff = Math.min(firstBackoffMs * 2 ** attempt, seconds(20)) * (0.5 + Math.random());
        const spent = performance.now() - startedAt;
        if (!isPassing(error) || spent + backoff > retryBudgetMs) throw error;
        await sleep(backoff, signal);
      }
    }
  }

  private async askOnce(body: string, signal: AbortSignal): Promise<Reply> {
    const { url, apiKey, now, timeoutMs = seconds(30) } = this.options;
    const [startedAt, askedAt] = [performance.now(), now()];
    this.requests += 1;
    const reply = await send(url, apiKey, body, timeoutMs, signal);
    this.pacing.learn(readQuota(reply.headers, now()));
    this.complexity += readCost(reply.headers);
    const answer = readAnswer(reply.status, reply.headers, reply.text, now());
    return {
      ...answer,
      askedAt,
      latencyMs: Math.round(performance.now() - startedAt),
      serverDate: readServerDate(reply.headers),
    };
  }
}
