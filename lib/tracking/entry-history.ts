import type { Tx } from '@/lib/db/client';
import type { TimeEntryRow } from '@/lib/db/time-entry';
import { createTimeEntryEvents } from '@/lib/db/time-entry-event';
import { newId } from '@/lib/kit/new-id';
import { type EntrySnapshot, writeSnapshot } from './entry-snapshot';

export interface EntryChangeLine {
  field: string;
  from: string | null;
  to: string | null;
  /** Of a task that time has left: names change, and whoever sums time up must find it. */
  fromId?: string;
}

export interface HistoryLine {
  entryId: string;
  userId: string;
  /** Null: Trackline itself. */
  actorId: string | null;
  kind: 'created' | 'edited' | 'deleted' | 'restored' | 'stopped' | 'kept';
  changes?: EntryChangeLine[];
  /** Of a deleted entry. */
  snapshot?: TimeEntryRow;
}

export async function writeHistory(line: HistoryLine, now: Date, tx: Tx): Promise<void> {
  const { changes = [], snapshot, ...rest } = line;
  const text = snapshot === undefined ? null : writeSnapshot(snapshot);
  const event = { ...rest, id: newId(now.getTime()), changes: JSON.stringify(changes), snapshot: text, at: now };
  await createTimeEntryEvents([event], tx);
}

type Described = EntrySnapshot | TimeEntryRow;

/** What a person sees of an entry, as text, for its history. */
export function entryFacts(row: Described): Record<string, string | null> {
  return {
    task: row.task?.name ?? null,
    project: row.project.name,
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    on: row.on,
    timeZone: row.timeZone,
    durationSeconds: row.startedAt !== null && row.endedAt === null ? null : String(row.durationSeconds),
    description: row.description,
    billable: String(row.billable),
    tags: JSON.parse(row.tags).join(', '),
    rate: row.rate === null ? null : String(row.rate),
    review: row.review,
  };
}

export function listChanges(before: Described, after: Described): EntryChangeLine[] {
  const from = entryFacts(before);
  const to = entryFacts(after);
  return Object.keys(from).flatMap((field) =>
    from[field] === to[field]
      ? []
      : [{ field, from: from[field] ?? null, to: to[field] ?? null, ...leftTask(field, before) }],
  );
}

function leftTask(field: string, { taskId }: Described): { fromId?: string } {
  return field === 'task' && taskId !== null ? { fromId: taskId } : {};
}
