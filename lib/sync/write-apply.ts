import type { Tx } from '@/lib/db/client';
import { getConnection } from '@/lib/db/connection';
import { getTaskIdOfIssue } from '@/lib/db/linear-write';
import { createSyncEvents } from '@/lib/db/synced-task-event';
import { listTeamScopes } from '@/lib/db/team-scope';
import { AppError } from '@/lib/errors/app-error';
import type { WrittenIssue } from '@/lib/linear/mutations';
import { applyContextOf } from './apply-context';
import { applyIssues } from './apply-issues';
import type { FieldChange } from './describe-changes';

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
  const connection = await getConnection(connectionId, tx);
  if (!connection) throw new AppError('not_found', 'This connection was deleted meanwhile.');
  const by = { runId: null, now, ...(userId === null ? {} : { userId }) };
  const context = applyContextOf(connection, await listTeamScopes(connectionId, tx), by);
  const batch = { issues: issues.map(({ issue }) => issue), unreadable: [], ...(askedAt ? { askedAt } : {}) };
  await applyIssues(batch, context, tx);
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
