import { db, type Tx } from './client';

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
