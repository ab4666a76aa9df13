import type { Tx } from '@/lib/db/client';
import { type MissingTask, updateGone } from '@/lib/db/missing-task';
import { deleteRetries } from '@/lib/db/sync-retry';
import { createSyncEvents } from '@/lib/db/synced-task-event';

/** Fewer than this are never suspicious. */
const fewRemovals = 20;

/** Whether so many at once look like a mistake (a key that lost a team, a broken answer) rather than people's work. */
export function isLargeRemoval(candidates: number, live: number): boolean {
  return candidates > fewRemovals && candidates > live / 2;
}

/** Their tasks stay, with all their time. */
export async function markGone(
  connectionId: string,
  gone: MissingTask[],
  by: { runId: string | null; at: Date },
  tx: Tx,
): Promise<void> {
  if (gone.length === 0) return;
  await updateGone(
    gone.map(({ id }) => id),
    tx,
  );
  await createSyncEvents(
    gone.map(({ id }) => ({ ...by, taskId: id, kind: 'gone', changes: '[]' })),
    tx,
  );
  await deleteRetries(
    connectionId,
    gone.map(({ externalId }) => externalId),
    tx,
  );
}
