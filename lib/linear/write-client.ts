import { AppError } from '@/lib/errors/app-error';
import { seconds } from '@/lib/kit/sleep';
import { LinearRateLimited } from './linear-errors';
import type { Pacing } from './pacing';
import { readQuota } from './rate-headers';
import { type Answer, readAnswer } from './read-answer';
import { errorCode, send } from './send';

export type MutationAnswer =
  | { kind: 'accepted'; answer: Answer }
  /** Linear said no, or never heard of it: nothing was done. */
  | { kind: 'refused'; error: AppError }
  /** Perhaps done. `isOver`: Linear has finished with it, so that a look tells for good. */
  | { kind: 'lost'; isOver: boolean; cause: AppError };

export interface LinearWriterOptions {
  url: string;
  apiKey: string;
  now: () => Date;
  /** The one of the client that reads for it: it has just heard how much is left. */
  pacing: Pacing;
  timeoutMs?: number;
}

/**
 * Sends mutations, each exactly once: what may have been done is never repeated. A person who leaves does not stop one that
 * is under way, because nobody could tell any more what came of it.
 */
export class LinearWriter {
  constructor(private readonly options: LinearWriterOptions) {}

  /** Throws LinearRateLimited when there is no room: nothing is sent then. */
  async waitForRoom(): Promise<void> {
    await this.options.pacing.waitForRoom(never);
  }

  async send(document: string, variables: Record<string, unknown>): Promise<MutationAnswer> {
    const { url, apiKey, now, pacing, timeoutMs = seconds(30) } = this.options;
    const body = JSON.stringify({ query: document, variables });
    try {
      const reply = await send(url, apiKey, body, timeoutMs, never);
      pacing.learn(readQuota(reply.headers, now()));
      const answer = readAnswer(reply.status, reply.headers, reply.text, now());
      return { kind: 'accepted', answer };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return afterFailure(error);
    }
  }
}

const never = new AbortController().signal;

/** What Linear says in its own errors, it has decided; what a gateway or the network says tells nothing of Linear. */
function afterFailure(error: AppError): MutationAnswer {
  switch (error.code) {
    case 'linear_network':
      return wasNeverSent(error) ? { kind: 'refused', error } : { kind: 'lost', isOver: false, cause: error };
    case 'linear_timeout':
    case 'linear_proxy_page':
      return { kind: 'lost', isOver: false, cause: error };
    case 'linear_server_error':
      return { kind: 'lost', isOver: isGraphqlError(error.cause), cause: error };
    case 'linear_bad_answer':
      return { kind: 'lost', isOver: true, cause: error };
    default:
      return { kind: 'refused', error };
  }
}

function wasNeverSent(error: AppError): boolean {
  return /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT)$/.test(errorCode(error.cause));
}

interface SpokenError {
  message: string;
  extensions?: { userPresentableMessage?: string | null } | null;
}

function isGraphqlError(cause: unknown): cause is SpokenError {
  return typeof cause === 'object' && cause !== null && 'message' in cause && 'extensions' in cause;
}

/** Linear's own words for people, where an error has any. */
export function linearWords(error: AppError): string | null {
  const { cause } = error;
  if (error instanceof LinearRateLimited || !isGraphqlError(cause)) return null;
  return (cause.extensions?.userPresentableMessage || cause.message).slice(0, 500);
}

/** Third parties have seen the same words with different codes. */
export function isScopeTrouble(error: AppError): boolean {
  const { cause } = error;
  if (error.code === 'linear_scope_missing') return true;
  return isGraphqlError(cause) && /invalid scope/i.test(`${cause.message} ${cause.extensions?.userPresentableMessage}`);
}
