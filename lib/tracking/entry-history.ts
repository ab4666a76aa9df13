import type { Tx } from '@/lib/db/client';
import type { TimeEntryRow } from '@/lib/db/time-entry';
import { createTimeEntryEvents } from '@/lib/db/time-entry-event';
import { newId } from '@/lib/kit/new-id';

export interface EntryChangeLine {
  field: string;
  from: string | null;
  to: string | null;
}

export interface HistoryLine {
  entryId: string;
  userId: string;
  /** Null: Trackline itself. */
  actorId: string | null;
  kind: 'created' | 'edited' | 'deleted' | 'restored' | 'stopped' | 'kept';
  changes?: EntryChangeLine[];
  snapshot?: unknown;
}

export async function writeHistory(line: HistoryLine, now: Date, tx: Tx): Promise<void> {
  const { changes = [], snapshot, ...rest } = line;
  const text = snapshot === undefined ? null : JSON.stringify(snapshot);
  const event = { ...rest, id: newId(now.getTime()), changes: JSON.stringify(changes), snapshot: text, at: now };
  await createTimeEntryEvents([event], tx);
}

/** What a person sees of an entry, as text, for its history. */
export function entryFacts(row: TimeEntryRow): Record<string, string | null> {
  return {
    task: row.task?.name ?? null,
    project: row.project.name,
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    on: row.on,
    durationSeconds: row.startedAt !== null && row.endedAt === null ? null : String(row.durationSeconds),
    description: row.description,
    billable: String(row.billable),
    tags: row.tags,
    rate: row.rate === null ? null : String(row.rate),
    review: row.review,
  };
}

export function listChanges(before: TimeEntryRow, after: TimeEntryRow): EntryChangeLine[] {
  const from = entryFacts(before);
  const to = entryFacts(after);
  return Object.keys(from).flatMap((field) =>
    from[field] === to[field] ? [] : [{ field, from: from[field] ?? null, to: to[field] ?? null }],
  );
}
