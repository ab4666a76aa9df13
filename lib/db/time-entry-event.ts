import { db, type Tx } from './client';
import { Prisma } from './generated/client';
import type { EventPosition } from './task-event';

export interface NewTimeEntryEvent {
  id: string;
  entryId: string;
  /** Whose time it is. */
  userId: string;
  /** Null: Trackline itself. */
  actorId: string | null;
  kind: string;
  /** JSON [{field, from, to}] */
  changes: string;
  /** JSON, of a deleted entry. */
  snapshot: string | null;
  at: Date;
}

export async function createTimeEntryEvents(events: NewTimeEntryEvent[], tx: Tx = db()): Promise<void> {
  await tx.timeEntryEvent.createMany({ data: events });
}

export interface TimeEntryEventRow {
  id: string;
  kind: string;
  /** JSON [{field, from, to}] */
  changes: string;
  /** Name of the person; null: Trackline itself. */
  by: string | null;
  at: Date;
}

/** Newest first. */
export function listTimeEntryEvents(
  entryId: string,
  after: EventPosition | null,
  limit: number,
  tx: Tx = db(),
): Promise<TimeEntryEventRow[]> {
  const older = after === null ? Prisma.empty : Prisma.sql`AND (e.at, e.id) < (${after.at}, ${after.id})`;
  return tx.$queryRaw<TimeEntryEventRow[]>`
    SELECT e.id, e.kind, e.changes, u.name AS "by", e.at
    FROM time_entry_event e LEFT JOIN "user" u ON u.id = e.actor_id
    WHERE e.entry_id = ${entryId} ${older} ORDER BY e.at DESC, e.id DESC LIMIT ${limit}`;
}

/** Whose time it is or was, as its history knows; null when there is none. */
export async function getEntryOwner(entryId: string, tx: Tx = db()): Promise<string | null> {
  const event = await tx.timeEntryEvent.findFirst({ where: { entryId }, select: { userId: true } });
  return event?.userId ?? null;
}

export interface DeletedEntryRow {
  userId: string;
  /** JSON */
  snapshot: string;
  at: Date;
}

/** What an entry was when it was deleted last. */
export async function getDeletedEntry(entryId: string, tx: Tx = db()): Promise<DeletedEntryRow | null> {
  const event = await tx.timeEntryEvent.findFirst({
    where: { entryId, kind: 'deleted', snapshot: { not: null } },
    select: { userId: true, snapshot: true, at: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  return event === null || event.snapshot === null ? null : { ...event, snapshot: event.snapshot };
}
