import type { EntryChange, TimeEntry } from '@/lib/contracts/time-entry';
import { localDay } from '@/lib/time/local-day';
import type { Subject } from './subject';

/** What an entry looks like after a change of which the server has not heard yet. */
export function changedEntry(entry: TimeEntry, change: EntryChange, subject: Subject | null): TimeEntry {
  const { description = entry.description, billable = entry.billable, tags = entry.tags } = change;
  const review = change.review === null ? null : entry.review;
  // An entry is a subject too, and would bring its old times along.
  const { task, project } = subject ?? entry;
  return { ...entry, ...spanAfter(entry, change), task, project, description, billable, tags, review };
}

function spanAfter(entry: TimeEntry, { startedAt, endedAt, on, durationSeconds }: EntryChange): Partial<TimeEntry> {
  const isDay = on !== undefined || durationSeconds !== undefined;
  if (isDay) {
    const day = { on: on ?? entry.on, durationSeconds: durationSeconds ?? entry.durationSeconds };
    return { startedAt: null, endedAt: null, ...day };
  }
  const start = startedAt ?? entry.startedAt;
  const end = endedAt ?? entry.endedAt;
  if (start === null) return {};
  return {
    startedAt: start,
    endedAt: end,
    on: localDay(new Date(start), entry.timeZone),
    durationSeconds: end === null ? 0 : Math.round((Date.parse(end) - Date.parse(start)) / 1000),
  };
}
