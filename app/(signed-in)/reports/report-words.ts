import type { Rounding } from '@/lib/contracts/installation';
import type { ReportGroup, ReportRow, ReportSubRow } from '@/lib/contracts/report';
import type { Day } from '@/lib/time/local-day';
import { addDays } from '@/lib/time/local-day';
import { formatDate, formatDays, formatMonth, formatWeekday } from './format-days';

const noneNames: Partial<Record<ReportGroup, string>> = {
  task: 'No task',
  label: 'No label',
  cycle: 'No cycle',
};

export function isTimeGroup(group: ReportGroup): boolean {
  return group === 'day' || group === 'week' || group === 'month';
}

/** What a row is called: days in our own words, "none" by what there is none of, all else as the report says. */
export function rowName(
  group: ReportGroup,
  { key, label }: Pick<ReportRow | ReportSubRow, 'key' | 'label'>,
  today: Day,
): string {
  if (key === '') return noneNames[group] ?? 'None';
  if (group === 'day') return `${formatWeekday(key)} ${formatDate(key, today)}`;
  if (group === 'week') return formatDays({ from: key, to: addDays(key, 6) }, today);
  if (group === 'month') return formatMonth(key);
  return label;
}

/** "Rounded up to 15 min": how the shown time was rounded. */
export function roundingName({ mode, minutes, per }: Rounding): string {
  if (mode === 'none') return 'Exact';
  const way = { nearest: 'to', up: 'up to', down: 'down to' }[mode];
  return `Rounded ${way} ${minutes} min${per === 'day' ? ' a day' : ''}`;
}
