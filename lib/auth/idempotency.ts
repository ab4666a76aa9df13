import { inTransaction } from '@/lib/db/client';
import {
  createIdempotencyKey,
  deleteIdempotencyKey,
  deleteIdempotencyKeysBefore,
  getIdempotencyKey,
  updateIdempotencyKey,
} from '@/lib/db/idempotency-key';
import { AppError } from '@/lib/errors/app-error';
import { days, minutes } from '@/lib/kit/sleep';

/** A call that a person sent with an Idempotency-Key. */
export interface KeyedCall {
  userId: string;
  key: string;
  /** Of method, path and body: a key stands for one call. */
  requestHash: string;
}

export type Claim =
  /** To be done now. `since` is when it was sent first: the same however often it is done again. */
  { kind: 'do'; since: Date } | { kind: 'done'; status: number; answer: string | null };

/** A closed laptop may send what waits in its browser days later. */
const keptMs = days(14);
/** Longer than any call takes: its process has died, and the call may be done again. */
const longestCallMs = minutes(1);

/** Takes a call on, or answers what it came to. Throws `idempotency_key_reused` and `idempotency_in_progress`. */
export function claimCall({ userId, key, requestHash }: KeyedCall, now: Date): Promise<Claim> {
  return inTransaction(async (tx) => {
    const found = await getIdempotencyKey(userId, key, tx);
    const takenOn = { status: null, answer: now.toISOString() };
    if (found === null || found.createdAt.getTime() <= now.getTime() - keptMs) {
      await deleteIdempotencyKey(userId, key, tx);
      await createIdempotencyKey(userId, key, { requestHash, ...takenOn, createdAt: now }, tx);
      return { kind: 'do', since: now };
    }
    const { status, answer, createdAt } = found;
    if (found.requestHash !== requestHash)
      throw new AppError('idempotency_key_reused', 'This Idempotency-Key was sent with another call before.', {
        hint: 'Make a new key for each call; use it again only to send the very same call again.',
      });
    if (status !== null) return { kind: 'done', status, answer };
    if (answer !== null && now.getTime() - Date.parse(answer) < longestCallMs)
      throw new AppError('idempotency_in_progress', 'The same call is still under way.', {
        hint: 'Send it again in a moment.',
      });
    await updateIdempotencyKey(userId, key, takenOn, tx);
    return { kind: 'do', since: createdAt };
  });
}

/** The same call is answered so from now on, for 14 days. */
export async function keepAnswer({ userId, key }: KeyedCall, status: number, answer: string | null): Promise<void> {
  await updateIdempotencyKey(userId, key, { status, answer });
}

/** It was refused: nothing was done, and it may be sent again, changed too. */
export async function forgetCall({ userId, key }: KeyedCall): Promise<void> {
  await deleteIdempotencyKey(userId, key);
}

/** It ended in an error of ours, perhaps after its work was done: what it made is found when it is sent again. */
export async function releaseCall({ userId, key }: KeyedCall): Promise<void> {
  await updateIdempotencyKey(userId, key, { status: null, answer: null });
}

export async function removeOldCalls(now: Date): Promise<void> {
  await deleteIdempotencyKeysBefore(new Date(now.getTime() - keptMs));
}
