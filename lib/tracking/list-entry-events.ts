import type { PersonActor } from '@/lib/auth/actor';
import { type EntryEvent, entryEvent } from '@/lib/contracts/time-entry';
import { getInstallation } from '@/lib/db/installation';
import type { EventPosition } from '@/lib/db/task-event';
import { getEntryOwner, listTimeEntryEvents, type TimeEntryEventRow } from '@/lib/db/time-entry-event';
import { decodeCursor, encodeCursor } from './cursor';
import { refuseOthers, requireEntry } from './entry-checks';
import { maySeeMoney } from './to-time-entry';

const order = 'newest';

/** What happened to an entry, newest first, of a deleted one too. Rates are left out for whoever may not see money. */
export async function listEntryEvents(
  actor: PersonActor,
  entryId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: EntryEvent[]; nextCursor: string | null }> {
  const userId = await getEntryOwner(entryId);
  if (userId === null) await requireEntry(actor, entryId);
  else refuseOthers(actor, userId);
  const rows = await listTimeEntryEvents(entryId, readPosition(page.cursor), page.limit + 1);
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  const showsMoney = maySeeMoney(actor, await getInstallation());
  return {
    items: shown.flatMap((row) => toEvent(row, showsMoney)),
    nextCursor: last === undefined ? null : encodeCursor(order, [last.at, last.id]),
  };
}

function toEvent(row: TimeEntryEventRow, showsMoney: boolean): EntryEvent[] {
  const event = entryEvent.parse({ ...row, changes: JSON.parse(row.changes), at: row.at.toISOString() });
  const changes = showsMoney ? event.changes : event.changes.filter(({ field }) => field !== 'rate');
  const isAllHidden = changes.length === 0 && event.changes.length > 0;
  return isAllHidden ? [] : [{ ...event, changes }];
}

function readPosition(cursor: string | undefined): EventPosition | null {
  if (cursor === undefined) return null;
  const [at, id] = decodeCursor(cursor, order, ['instant', 'text']) ?? [];
  return at instanceof Date && typeof id === 'string' ? { at, id } : null;
}
