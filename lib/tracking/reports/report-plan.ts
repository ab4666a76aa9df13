import type { Rounding } from '@/lib/contracts/installation';
import type { ReportGroup, ReportQuery } from '@/lib/contracts/report';
import type { CellRounding } from '@/lib/db/report-cells';
import type { ReportFilter } from '@/lib/db/report-filter';
import { AppError } from '@/lib/errors/app-error';
import { localDay } from '@/lib/time/local-day';
import { countDays, type DayRange, daysOfRange } from '@/lib/time/named-range';
import { tagKey } from '@/lib/tracking/entry-tags';
import { labelKey } from '@/lib/tracking/search-text';
import type { ReportReader } from './report-reader';

/** A query as this reader may have it answered. */
export interface ReportPlan {
  days: DayRange;
  /** One or two, each once. */
  groupBy: ReportGroup[];
  rounding: Rounding;
  filter: ReportFilter;
}

const longestDays = 20 * 366;

/** Throws `forbidden` when somebody else's time is asked for, and `validation_failed` for a range beyond all reason. */
export function planReport(reader: ReportReader, query: ReportQuery, now: Date): ReportPlan {
  const days = readDays(reader, query, now);
  if (countDays(days) > longestDays) throw refuse('to', 'A report covers at most 20 years.');
  const { installation } = reader;
  const [first = 'project', second] = query.groupBy ?? [];
  return {
    days,
    groupBy: second === undefined || second === first ? [first] : [first, second],
    rounding: query.rounding === 'exact' ? { ...installation.rounding, mode: 'none' } : installation.rounding,
    filter: readFilter(reader, query, days),
  };
}

function readDays({ timeZone, weekStart }: ReportReader, { range, from, to }: ReportQuery, now: Date): DayRange {
  if (from !== undefined && to !== undefined) return { from, to };
  return daysOfRange(range ?? 'thisWeek', { today: localDay(now, timeZone), weekStart });
}

function readFilter(reader: ReportReader, query: ReportQuery, days: DayRange): ReportFilter {
  return {
    ...days,
    userIds: readPeople(reader, query.userId),
    projectIds: query.projectId,
    taskIds: query.taskId,
    billable: query.billable === undefined ? undefined : query.billable === 'true',
    tagKeys: query.tag?.map(tagKey),
    teamIds: query.team,
    linearProjectIds: query.linearProject,
    cycleIds: query.cycle,
    labelKeys: query.label?.map(labelKey),
    assignees: query.assignee?.map((assignee) => (assignee === 'none' ? null : assignee.toLowerCase())),
    statuses: query.status,
  };
}

function readPeople(reader: ReportReader, asked: string[] | undefined): string[] | undefined {
  if (reader.seesEveryone) return asked;
  if (asked?.some((userId) => userId !== reader.userId))
    throw new AppError('forbidden', "This asks for somebody else's time. Only admins see it.");
  return [reader.userId];
}

export function cellRounding({ mode, minutes, per }: Rounding): CellRounding {
  return { mode, stepSeconds: minutes * 60, per };
}

function refuse(path: string, message: string): AppError {
  return new AppError('validation_failed', message, { errors: [{ path, message }] });
}
