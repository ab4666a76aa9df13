import { quota } from '@/lib/contracts/connection';
import type { StoredConnection } from '@/lib/db/connection';
import type { AppError } from '@/lib/errors/app-error';
import { seconds } from '@/lib/kit/sleep';
import type { AttachmentsAnswer, AttachmentsFailure } from '@/lib/linear/attachments';
import { LinearClient } from '@/lib/linear/client';
import { Pacing } from '@/lib/linear/pacing';
import type { Quota } from '@/lib/linear/types';
import { LinearWriter } from '@/lib/linear/write-client';
import { open } from '@/lib/secrets/sealed';
import type { LinearAccess } from '@/lib/sync/open-client';
import { lastSendMs, leaseMs, reserve } from './time-on-issues-limits';

/** Rows of one connection that this process has in hand, and how it asks Linear. */
export interface TimeTurn {
  connection: StoredConnection;
  client: LinearClient;
  writer: LinearWriter;
  now: () => Date;
  /** From then on the rows are anybody's. It is also the mark of who has them. */
  held: Date;
  /** Nothing is begun to be sent after this. */
  lastSendAt: Date;
}

type Asking = Pick<TimeTurn, 'connection' | 'client' | 'writer' | 'now'>;

/** The sync goes first: this leaves it a larger share of the rate limit than it leaves to the owner of the key. */
export function openForTime(connection: StoredConnection, access: LinearAccess): Asking {
  const { longestWaitMs: _, ...rest } = access;
  const apiKey = open(connection.keySealed, connection.id);
  const pacing = new Pacing({ now: access.now, reserve, longestWaitMs: 0 });
  pacing.learn(readQuota(connection.quota));
  const patience = { timeoutMs: seconds(20), retryBudgetMs: seconds(5), ...rest };
  const client = new LinearClient({ ...patience, apiKey, pacing });
  return { connection, client, writer: new LinearWriter({ ...patience, apiKey, pacing }), now: access.now };
}

export function heldFrom(now: Date): Pick<TimeTurn, 'held' | 'lastSendAt'> {
  return { held: new Date(now.getTime() + leaseMs), lastSendAt: new Date(now.getTime() + lastSendMs) };
}

/** As it was last seen, by whoever asked: the first request of a turn must not be the one too many. */
function readQuota(text: string | null): Quota {
  if (text === null) return { requests: null, complexity: null };
  const { requests, complexity } = quota.parse(JSON.parse(text));
  const dated = (bucket: typeof requests) =>
    bucket && { ...bucket, resetAt: bucket.resetAt === null ? null : new Date(bucket.resetAt) };
  return { requests: dated(requests), complexity: dated(complexity) };
}

export type Sent =
  | { kind: 'done'; id: string }
  /** Linear said no to this one. */
  | { kind: 'refused'; error: AppError }
  /** Perhaps done. `isSpoilt`: Linear fails at this one. */
  | { kind: 'lost'; error: AppError; isSpoilt: boolean };

/** Linear refuses the whole connection, or time is up: nothing more is sent in this turn. */
export class TurnOver extends Error {
  constructor(readonly error: AppError | null) {
    super('This turn is over', { cause: error });
  }
}

/**
 * Sends what can be sent together in one request. One that Linear refuses takes the others' answers with it, so they are
 * sent again without it: all that is sent here may be. `note` is told what became of each as soon as it is known.
 */
export async function sendTogether<Item>(
  turn: TimeTurn,
  items: readonly Item[],
  send: (items: readonly Item[]) => Promise<AttachmentsAnswer>,
  note: (sent: [Item, Sent][]) => Promise<void>,
): Promise<void> {
  let left = items;
  while (left.length > 0) {
    if (turn.now() >= turn.lastSendAt) throw new TurnOver(null);
    await turn.writer.waitForRoom();
    const answer = await send(left);
    if (answer.kind === 'done') {
      const { ids } = answer;
      return note(left.map((item, place) => [item, { kind: 'done', id: ids[place] ?? '' }]));
    }
    const { error } = answer;
    if (answer.isRefused && !isOfOne(answer)) throw new TurnOver(error);
    const isSpoilt = !answer.isRefused && error.code === 'linear_server_error' && isSpoken(answer);
    if (!answer.isRefused && !isSpoilt) return note(left.map((item) => [item, { kind: 'lost', error, isSpoilt }]));
    const bad = left.length === 1 ? 0 : answer.place;
    if (bad === null || left[bad] === undefined) {
      for (const item of left) await sendTogether(turn, [item], send, note);
      return;
    }
    await note([[left[bad], answer.isRefused ? { kind: 'refused', error } : { kind: 'lost', error, isSpoilt }]]);
    left = left.filter((_, place) => place !== bad);
  }
}

/** An error of Linear's own, not of a gateway before it. */
function isSpoken({ error }: AttachmentsFailure): boolean {
  return typeof error.cause === 'object' && error.cause !== null && 'extensions' in error.cause;
}

function isOfOne({ error, place }: AttachmentsFailure): boolean {
  return error.code === 'linear_query_refused' || (error.code === 'linear_forbidden' && place !== null);
}
