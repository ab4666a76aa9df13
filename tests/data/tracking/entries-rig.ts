import { randomUUID } from 'node:crypto';
import type { PersonActor } from '@/lib/auth/actor';
import type { EntryQuery } from '@/lib/contracts/time-entry';
import { db } from '@/lib/db/client';
import { listEntries } from '@/lib/tracking/list-entries';

export const now = new Date('2026-02-10T15:00:00.000Z');
export const at = (time: string, day = '2026-02-10') => `${day}T${time}:00.000Z`;

/** What the API takes from no query at all. */
export const query: EntryQuery = { limit: 50, running: 'false' };

export interface GivenEntry {
  userId: string;
  projectId: string;
  taskId?: string | null;
  on?: string;
  startedAt?: Date | null;
  endedAt?: Date | null;
  durationSeconds?: number;
  billable?: boolean;
  tags?: string[];
  review?: string | null;
  timeZone?: string;
  rate?: number | null;
}

/** Straight into the database, as it may have come there at any time. */
export async function putEntry(given: GivenEntry): Promise<string> {
  const { tags = [], durationSeconds = 3600, on = '2026-02-10', ...rest } = given;
  const id = randomUUID();
  await db().timeEntry.create({
    data: {
      id,
      ...rest,
      on,
      durationSeconds: rest.startedAt && !rest.endedAt ? 0 : durationSeconds,
      madeInProjectId: given.projectId,
      tags: JSON.stringify(tags),
      tagText: `|${tags.map((name) => `${name.toLowerCase()}|`).join('')}`,
    },
  });
  return id;
}

/** The ids of every page, one after the other. */
export async function listAllIds(actor: PersonActor, given: Partial<EntryQuery>): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listEntries(actor, { ...query, ...given, cursor });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

/** A refusal at a field. */
export const refused = (path: string, code = 'validation_failed') => ({ code, errors: [{ path }] });
