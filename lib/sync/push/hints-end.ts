import type { Tx } from '@/lib/db/client';
import { updatePushState } from '@/lib/db/push-state';
import { deleteHints, postponeHints, type StoredHint } from '@/lib/db/webhook-hint';
import type { Quota } from '@/lib/linear/types';
import { spacingMs } from './hints-limits';

/** What has come since stays; it is read after a while, so that a burst costs few requests. */
export async function endHints(
  connectionId: string,
  hints: StoredHint[],
  { now, quota }: { now: Date; quota: Quota },
  tx: Tx,
): Promise<void> {
  if (hints.length === 0) return;
  await deleteHints(connectionId, hints, tx);
  const oldest = Math.min(...hints.map(({ sentAt }) => sentAt.getTime()));
  const lastDelayMs = Math.max(0, now.getTime() - oldest);
  await updatePushState(connectionId, { lastAppliedAt: now, lastDelayMs }, tx);
  await postponeHints(connectionId, new Date(now.getTime() + spacingMs(quota)), false, tx);
}
