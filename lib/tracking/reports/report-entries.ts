import { setImmediate } from 'node:timers/promises';
import type { PersonActor } from '@/lib/auth/actor';
import { dayInput } from '@/lib/contracts/common';
import type { ReportEntriesQuery, ReportGroup } from '@/lib/contracts/report';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { listReportPositions, type ReportPosition } from '@/lib/db/report-entries';
import type { ReportFilter } from '@/lib/db/report-filter';
import { listTimeEntries } from '@/lib/db/time-entry';
import { AppError } from '@/lib/errors/app-error';
import { addDays } from '@/lib/time/local-day';
import { type DayRange, nextMonth, sharedDays } from '@/lib/time/named-range';
import { decodeCursor, encodeCursor } from '@/lib/tracking/cursor';
import { toTimeEntries } from '@/lib/tracking/to-time-entry';
import { partOf } from './report-keys';
import { planReport } from './report-plan';
import { readerOf } from './report-reader';
import { cutEvenly, isTimeGroup, type TimeUnit } from './report-slices';

const order = 'newest';

/** One page of the entries behind a report, or behind one of its rows; the newest first. */
export async function listReportEntries(
  actor: PersonActor,
  query: ReportEntriesQuery,
  now: Date,
): Promise<{ items: TimeEntry[]; nextCursor: string | null }> {
  const { limit, cursor, groupKey, subKey, ...report } = query;
  const plan = planReport(await readerOf(actor), report, now);
  const keys = [groupKey, subKey];
  const filter = plan.groupBy.reduce((narrowed, group, at) => narrow(narrowed, group, keys[at]), plan.filter);
  const found = await findPositions(filter, readPosition(cursor), limit + 1);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    items: await toTimeEntries(actor, await listTimeEntries(shown.map(({ id }) => id))),
    nextCursor: last === undefined ? null : encodeCursor(order, [last.on, last.start, last.id]),
  };
}

/** Piece by piece from the newest, because what is seldom is only found by reading everything. */
async function findPositions(
  filter: ReportFilter,
  after: ReportPosition | null,
  limit: number,
): Promise<ReportPosition[]> {
  const found: ReportPosition[] = [];
  for (const slice of cutEvenly(filter).reverse()) {
    if (found.length === limit) break;
    if (after !== null && slice.from > after.on) continue;
    const room = limit - found.length;
    found.push(...(await listReportPositions({ filter: { ...filter, ...slice }, after, limit: room })));
    // The database answers without ever letting anything else run: others have their turn here.
    await setImmediate();
  }
  return found;
}

/** To what one row counts; without a key, to all. */
function narrow(filter: ReportFilter, group: ReportGroup, key: string | undefined): ReportFilter {
  if (key === undefined) return filter;
  const part = partOf(group, key);
  if (part !== null) return { ...filter, parts: [...(filter.parts ?? []), part] };
  const days = isTimeGroup(group) ? daysOfKey(key, group) : filter;
  return { ...filter, ...sharedDays(days, filter) };
}

/** Throws `validation_failed` when the key names no such time. */
function daysOfKey(key: string, unit: TimeUnit): DayRange {
  const isRight = dayInput.safeParse(unit === 'month' ? `${key}-01` : key).success;
  if (!isRight) {
    const message = `There is no such ${unit}.`;
    throw new AppError('validation_failed', message, { errors: [{ path: 'groupKey', message }] });
  }
  if (unit === 'day') return { from: key, to: key };
  if (unit === 'week') return { from: key, to: addDays(key, 6) };
  return { from: `${key}-01`, to: addDays(nextMonth(`${key}-01`), -1) };
}

function readPosition(cursor: string | undefined): ReportPosition | null {
  if (cursor === undefined) return null;
  const [on, start, id] = decodeCursor(cursor, order, ['text', 'text', 'text']) ?? [];
  return typeof on === 'string' && typeof start === 'string' && typeof id === 'string' ? { on, start, id } : null;
}
