import { listConnections } from '@/lib/db/connection';
import { createRun } from '@/lib/db/sync-run';
import { deleteDeliveriesBefore } from '@/lib/db/webhook-delivery';
import { getNextDue, listConnectionsWithDueHints } from '@/lib/db/webhook-hint';
import { hours } from '@/lib/kit/sleep';

/** As long as Linear sends a delivery again, and a while to look at. */
const deliveriesKeptMs = hours(24);

export async function removeOldDeliveries(now: Date): Promise<void> {
  const before = new Date(now.getTime() - deliveriesKeptMs);
  // Those of a webhook that was removed since, too.
  for (const { id } of await listConnections()) await deleteDeliveriesBefore(id, before);
}

/** Queues a run for each connection whose hints are due, unless one is under way: that one reads them between its pages. */
export async function queueHintRuns(now: Date): Promise<void> {
  for (const connectionId of await listConnectionsWithDueHints(now)) await createRun({ ...hintRun, connectionId });
}

/** When to look again. */
export function nextHintAt(now: Date): Promise<Date | null> {
  return getNextDue(now);
}

const hintRun = {
  trigger: 'webhook',
  mode: 'incremental',
  dryRun: false,
  allowLargeRemoval: false,
  requestedById: null,
} as const;
