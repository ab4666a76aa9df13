import { createRun } from '@/lib/db/sync-run';
import { getNextDue, listConnectionsWithDueHints } from '@/lib/db/webhook-hint';

/**
 * Queues a run for each connection whose hints are due, unless one is under way: that one reads them between its pages.
 * Answers when to look again.
 */
export async function queueHintRuns(now: Date): Promise<Date | null> {
  for (const connectionId of await listConnectionsWithDueHints(now)) await createRun({ ...hintRun, connectionId });
  return getNextDue(now);
}

const hintRun = {
  trigger: 'webhook',
  mode: 'incremental',
  dryRun: false,
  allowLargeRemoval: false,
  requestedById: null,
} as const;
