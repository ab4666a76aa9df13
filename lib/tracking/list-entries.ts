import type { PersonActor } from '@/lib/auth/actor';
import type { EntryQuery, TimeEntry } from '@/lib/contracts/time-entry';
import { listTags as listTagNames } from '@/lib/db/tag';
import { listTimeEntries } from '@/lib/db/time-entry';
import { type EntryFilter, type EntryPosition, listEntryPositions } from '@/lib/db/time-entry-list';
import { decodeCursor, encodeCursor } from './cursor';
import { refuseOthers } from './entry-checks';
import { tagKey } from './entry-tags';
import { toTimeEntries } from './to-time-entry';

const order = 'newest';

/** One page of entries: the newest day first, and on each day the latest start first. Throws `forbidden` for others' time. */
export async function listEntries(
  actor: PersonActor,
  query: EntryQuery,
): Promise<{ items: TimeEntry[]; nextCursor: string | null }> {
  const filter = readFilter(actor, query);
  const found = await listEntryPositions({ filter, after: readPosition(query.cursor), limit: query.limit + 1 });
  const shown = found.slice(0, query.limit);
  const last = found.length > query.limit ? shown.at(-1) : undefined;
  return {
    items: await toTimeEntries(actor, await listTimeEntries(shown.map(({ id }) => id))),
    nextCursor: last === undefined ? null : encodeCursor(order, [last.on, last.startedAt, last.id]),
  };
}

function readFilter(actor: PersonActor, query: EntryQuery): EntryFilter {
  return {
    from: query.from,
    to: query.to,
    userIds: readPeople(actor, query.userId),
    projectIds: query.projectId,
    taskIds: query.taskId,
    billable: readFlag(query.billable),
    tagKeys: query.tag?.map(tagKey),
    needsReview: readFlag(query.review),
    running: query.running === 'all' ? undefined : query.running === 'true',
  };
}

/** Undefined: everybody. */
function readPeople(actor: PersonActor, given: string[] = ['me']): string[] | undefined {
  const userIds = given.map((userId) => (userId === 'me' ? actor.userId : userId));
  for (const userId of userIds) refuseOthers(actor, userId);
  return userIds.includes('all') ? undefined : userIds;
}

function readFlag(value: 'true' | 'false' | undefined): boolean | undefined {
  return value === undefined ? undefined : value === 'true';
}

function readPosition(cursor: string | undefined): EntryPosition | null {
  if (cursor === undefined) return null;
  const [on, startedAt, id] = decodeCursor(cursor, order, ['text', 'instant', 'text']) ?? [];
  return typeof on === 'string' && startedAt instanceof Date && typeof id === 'string' ? { on, startedAt, id } : null;
}

const tagsShown = 50;

/** Tags that anybody has used, for suggestions: the one used last first. */
export async function listTags(_actor: PersonActor, search = ''): Promise<{ items: string[] }> {
  return { items: await listTagNames(search, tagsShown) };
}
