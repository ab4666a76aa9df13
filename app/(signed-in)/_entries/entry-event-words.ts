import { formatFull } from '@/app/_ui/format-time';
import type { EntryEvent, EntryReview } from '@/lib/contracts/time-entry';
import { type Currency, formatMoney } from '@/lib/kit/format-money';
import { formatExactDuration } from '@/lib/time/duration';
import { formatShortDay } from './day-words';

const kinds: Record<EntryEvent['kind'], string> = {
  created: 'Added',
  edited: 'Edited',
  deleted: 'Deleted',
  restored: 'Restored',
  stopped: 'Stopped',
  kept: 'Kept running',
};

export function eventTitle({ kind, by }: EntryEvent): string {
  return `${kinds[kind]} by ${by ?? 'Trackline'}`;
}

const fieldNames: Record<string, string> = {
  task: 'Task',
  project: 'Project',
  startedAt: 'Start',
  endedAt: 'End',
  on: 'Day',
  durationSeconds: 'Duration',
  description: 'Description',
  billable: 'Billable',
  tags: 'Tags',
  rate: 'Hourly rate',
  review: 'Review',
};

const reviews: Record<EntryReview, string> = {
  stopped_at_limit: 'Stopped at the limit',
  stopped_at_midnight: 'Stopped at midnight',
  stopped_at_longest: 'Stopped after 24 hours',
};

type Line = { field: string; from: string; to: string };
/** `money`: null for whoever may not see it. */
type Context = { timeZone: string; money: Currency | null };

export function changeLines({ changes }: EntryEvent, context: Context): Line[] {
  const fields = new Set(changes.map(({ field }) => field));
  return (
    changes
      // A start says its day too.
      .filter(({ field }) => field in fieldNames && !(field === 'on' && fields.has('startedAt')))
      .filter(({ field }) => field !== 'rate' || context.money !== null)
      .map(({ field, from, to }) => ({
        field: fieldNames[field] ?? field,
        from: valueName(field, from, context),
        to: valueName(field, to, context),
      }))
  );
}

function valueName(field: string, value: string | null, { timeZone, money }: Context): string {
  if (value === null || value === '') return 'None';
  if (field === 'startedAt' || field === 'endedAt') return formatFull(Date.parse(value), timeZone);
  if (field === 'on') return formatShortDay(value);
  if (field === 'durationSeconds') return formatExactDuration(Number(value));
  if (field === 'billable') return value === 'true' ? 'Yes' : 'No';
  if (field === 'rate') return money ? formatMoney(Number(value), money) : value;
  if (field === 'review') return reviews[value as EntryReview] ?? value;
  return value;
}
