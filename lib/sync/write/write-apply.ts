import type { Tx } from '@/lib/db/client';
import { deleteObjects } from '@/lib/db/linear-object';
import { getTaskIdOfIssue } from '@/lib/db/linear-write';
import { createSyncEvents } from '@/lib/db/synced-task-event';
import { listTeamScopes } from '@/lib/db/team-scope';
import type { WrittenIssue, WrittenObject } from '@/lib/linear/mutations';
import { applyContextOf } from '@/lib/sync/apply-context';
import { applyIssues } from '@/lib/sync/apply-issues';
import { mustGetConnection } from '@/lib/sync/connections';
import type { FieldChange } from '@/lib/sync/describe-changes';
import { storeObjects } from '@/lib/sync/mirror/mirror-store';
import { readCollections } from '@/lib/sync/mirror/mirror-view';

interface Applying {
  connectionId: string;
  /** Null: it was changed at Linear. */
  userId: string | null;
  now: Date;
  /** Of what was only read. */
  askedAt?: Date;
}

/** Applies issues as a page of a sync would, whether or not one is under way. */
export async function applyWritten(
  issues: WrittenIssue[],
  { connectionId, userId, now, askedAt }: Applying,
  tx: Tx,
): Promise<void> {
  const connection = await mustGetConnection(connectionId, tx);
  const by = { runId: null, now, ...(userId === null ? {} : { userId }) };
  const context = applyContextOf(connection, await listTeamScopes(connectionId, tx), by);
  const batch = { issues: issues.map(({ issue }) => issue), unreadable: [], ...(askedAt ? { askedAt } : {}) };
  await applyIssues(batch, context, tx);
}

/** What was made or removed beside the issue, in the copies of the collections that are mirrored. */
export async function mirrorWritten(
  { connectionId, now }: Applying,
  { made, removedRelationId }: { made: WrittenObject[]; removedRelationId: string | null },
  tx: Tx,
): Promise<void> {
  const collections = readCollections((await mustGetConnection(connectionId, tx)).collections);
  for (const { collection, object } of made) {
    if (collections.includes(collection)) await storeObjects(connectionId, collection, [object], { now, tx });
  }
  if (removedRelationId !== null) await deleteObjects(connectionId, 'issue-relations', [removedRelationId], tx);
}

/** For what a person did that changes no field of the task. */
export async function noteWritten(
  issueId: string,
  change: FieldChange,
  { userId, now }: Applying,
  tx: Tx,
): Promise<void> {
  const taskId = await getTaskIdOfIssue(issueId, tx);
  if (taskId === null) return;
  const changes = JSON.stringify([change]);
  await createSyncEvents([{ taskId, runId: null, userId, kind: 'edited', changes, at: now }], tx);
}
