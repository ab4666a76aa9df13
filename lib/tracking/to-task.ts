import { source } from '@/lib/contracts/project';
import type { Task } from '@/lib/contracts/task';
import { sourceState, taskStatus } from '@/lib/contracts/task';
import type { TaskRow } from '@/lib/db/task';
import { listTrackedByTask } from '@/lib/db/time-entry';

/** Rows as the API shows them, with the time tracked on each. */
export async function toTasks(rows: TaskRow[]): Promise<Task[]> {
  const tracked = await listTrackedByTask(rows.map(({ id }) => id));
  return rows.map((row) => toTask(row, tracked.get(row.id) ?? 0));
}

function toTask(row: TaskRow, trackedSeconds: number): Task {
  const { stateId, stateName, stateType, stateColor, assigneeName, assigneeEmail, ...shown } = row;
  return {
    ...shown,
    status: taskStatus.parse(row.status),
    source: source.parse(row.source),
    sourceState: sourceState.parse(row.sourceState),
    state:
      stateName === null
        ? null
        : { id: stateId ?? '', name: stateName, type: stateType ?? '', color: stateColor ?? '' },
    assignee:
      (assigneeName ?? assigneeEmail) === null
        ? null
        : { name: assigneeName ?? assigneeEmail ?? '', email: assigneeEmail ?? '' },
    labels: JSON.parse(row.labels),
    customFields: JSON.parse(row.customFields),
    trackedSeconds,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
