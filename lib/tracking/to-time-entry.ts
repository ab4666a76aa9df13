import type { PersonActor } from '@/lib/auth/actor';
import { sourceState, taskStatus } from '@/lib/contracts/task';
import { entryReview, entrySource, type TimeEntry } from '@/lib/contracts/time-entry';
import type { Tx } from '@/lib/db/client';
import { getInstallation, type InstallationRow } from '@/lib/db/installation';
import type { TimeEntryRow } from '@/lib/db/time-entry';
import { amountOf } from '@/lib/time/rounding';
import { isLocked } from './entry-checks';

/** Admins do; members where the installation lets them. */
export function maySeeMoney(
  actor: Pick<PersonActor, 'role'>,
  { membersSeeMoney }: Pick<InstallationRow, 'membersSeeMoney'>,
): boolean {
  return actor.role === 'admin' || membersSeeMoney;
}

/** Rows as the API shows them to this person. */
export async function toTimeEntries(actor: PersonActor, rows: TimeEntryRow[], tx?: Tx): Promise<TimeEntry[]> {
  if (rows.length === 0) return [];
  const installation = await getInstallation(tx);
  return rows.map((row) => toTimeEntry(row, installation, maySeeMoney(actor, installation)));
}

function toTimeEntry(row: TimeEntryRow, installation: InstallationRow, showsMoney: boolean): TimeEntry {
  const { task, user, project, madeIn, on, timeZone, durationSeconds, description, billable } = row;
  const rate = showsMoney ? row.rate : null;
  return {
    id: row.id,
    user,
    task: task && { ...task, status: taskStatus.parse(task.status), sourceState: sourceState.parse(task.sourceState) },
    project,
    madeInProject: madeIn,
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    on,
    timeZone,
    durationSeconds,
    description,
    billable,
    tags: JSON.parse(row.tags),
    rate,
    amount: rate === null || !billable ? null : amountOf(durationSeconds, rate),
    source: entrySource.parse(row.source),
    review: row.review === null ? null : entryReview.parse(row.review),
    isLocked: isLocked(on, installation),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
