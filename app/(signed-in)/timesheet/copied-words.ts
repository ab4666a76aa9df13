import type { TimesheetCopied } from '@/lib/contracts/timesheet';

/** What came of copying the week before, for a toast. */
export function copiedWords({ rows, entries, skipped }: TimesheetCopied, what: 'rows' | 'hours'): string {
  if (what === 'rows') return rows === 0 ? 'No rows to copy from last week.' : `${count(rows, 'row')} copied.`;
  const left =
    skipped > 0 && ` ${count(skipped, 'cell')} skipped: the day has time already, is locked, or has not come yet.`;
  if (entries === 0) return left ? `Nothing copied.${left}` : 'No hours to copy from last week.';
  return `${count(entries, 'time entry', 'time entries')} copied.${left || ''}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
