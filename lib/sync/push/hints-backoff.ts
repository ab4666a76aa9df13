import type { Tx } from '@/lib/db/client';
import { updatePushState } from '@/lib/db/push-state';
import { deleteTriedHints, getMostTries, postponeHints } from '@/lib/db/webhook-hint';
import { LinearRateLimited } from '@/lib/linear/linear-errors';
import { backoffMs, mostTries } from './hints-limits';

/** What waits for a connection is tried again later, and later each time, so that Linear's bad hour leaves few failed runs. */
export async function backOff(connectionId: string, error: unknown, now: Date, tx?: Tx): Promise<void> {
  const dropped = await deleteTriedHints(connectionId, mostTries, tx);
  if (dropped > 0) await updatePushState(connectionId, { dropped: { increment: dropped } }, tx);
  const later = now.getTime() + backoffMs(await getMostTries(connectionId, tx));
  const reset = error instanceof LinearRateLimited ? error.resetAt.getTime() : 0;
  await postponeHints(connectionId, new Date(Math.max(later, reset)), true, tx);
}
