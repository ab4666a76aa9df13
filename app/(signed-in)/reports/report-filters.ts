import { createParser, type inferParserType, parseAsArrayOf, parseAsString, parseAsStringLiteral } from 'nuqs';
import type { ReportGroup, ReportQuery } from '@/lib/contracts/report';
import { reportGroups, reportRanges, taskStatuses } from '@/lib/contracts/values';
import type { DayRange } from '@/lib/time/named-range';

const texts = parseAsArrayOf(parseAsString).withDefault([]);
const day = createParser<string>({
  parse: (value) => (isDay(value) ? value : null),
  serialize: (value) => value,
});

/** What is reported, as the address bar holds it. */
export const reportFilterParsers = {
  range: parseAsStringLiteral(reportRanges),
  from: day,
  to: day,
  person: texts,
  project: texts,
  task: texts,
  team: texts,
  linearProject: texts,
  cycle: texts,
  label: texts,
  assignee: texts,
  status: parseAsArrayOf(parseAsStringLiteral(taskStatuses)).withDefault([]),
  tag: texts,
  billable: parseAsStringLiteral(['true', 'false'] as const),
  by: parseAsArrayOf(parseAsStringLiteral(reportGroups)).withDefault(['project']),
  rounding: parseAsStringLiteral(['exact'] as const),
};
export type ReportFilters = inferParserType<typeof reportFilterParsers>;

export const noReportFilters = {
  person: null,
  project: null,
  task: null,
  team: null,
  linearProject: null,
  cycle: null,
  label: null,
  assignee: null,
  status: null,
  tag: null,
  billable: null,
} as const;

export function hasReportFilters(filters: ReportFilters): boolean {
  const { person, project, task, team, linearProject, cycle, label, assignee, status, tag, billable } = filters;
  const lists = [person, project, task, team, linearProject, cycle, label, assignee, status, tag];
  return lists.some(({ length }) => length > 0) || billable !== null;
}

/** Two days that make sense; null where the address has none, or a named range. */
export function customDays({ from, to }: Pick<ReportFilters, 'from' | 'to'>): DayRange | null {
  return from !== null && to !== null && from <= to ? { from, to } : null;
}

/** One or two, each once. */
export function groupsOf({ by }: Pick<ReportFilters, 'by'>): [ReportGroup, ReportGroup?] {
  const [first = 'project', ...rest] = by;
  const second = rest.find((group) => group !== first);
  return second ? [first, second] : [first];
}

/** The same as the API's query; what is not chosen is left out, so that two queries can be compared. */
export function toReportQuery(filters: ReportFilters): ReportQuery {
  const days = customDays(filters);
  const { person, project, task, billable, rounding } = filters;
  return {
    ...(days ?? { range: filters.range ?? 'thisWeek' }),
    ...list('userId', person),
    ...list('projectId', project),
    ...list('taskId', task),
    ...list('team', filters.team),
    ...list('linearProject', filters.linearProject),
    ...list('cycle', filters.cycle),
    ...list('label', filters.label),
    ...list('assignee', filters.assignee),
    ...list('status', filters.status),
    ...list('tag', filters.tag),
    ...(billable && { billable }),
    groupBy: groupsOf(filters).filter((group) => group !== undefined),
    ...(rounding && { rounding }),
  };
}

/** What the address bar holds for a stored query: null where it says nothing. */
export function fromReportQuery(query: ReportQuery) {
  return {
    range: query.from ? null : (query.range ?? null),
    from: query.from ?? null,
    to: query.to ?? null,
    person: query.userId ?? null,
    project: query.projectId ?? null,
    task: query.taskId ?? null,
    team: query.team ?? null,
    linearProject: query.linearProject ?? null,
    cycle: query.cycle ?? null,
    label: query.label ?? null,
    assignee: query.assignee ?? null,
    status: query.status ?? null,
    tag: query.tag ?? null,
    billable: query.billable ?? null,
    by: query.groupBy ?? null,
    rounding: query.rounding === 'exact' ? ('exact' as const) : null,
  };
}

/** Whether two queries ask for the same, whatever the order in which things were chosen. */
export function isSameQuery(one: ReportQuery, other: ReportQuery): boolean {
  return textOf(one) === textOf(other);
}

function textOf(query: ReportQuery): string {
  const { groupBy = ['project'], rounding, range, ...rest } = query;
  const parts = Object.entries(rest).map(([name, value]) => [name, Array.isArray(value) ? value.toSorted() : value]);
  const span = query.from ? null : (range ?? 'thisWeek');
  return JSON.stringify([
    span,
    groupBy,
    rounding ?? 'installation',
    parts.filter(([, v]) => v !== undefined).toSorted(),
  ]);
}

function list<Name extends string, T>(name: Name, values: readonly T[]): { [key in Name]?: T[] } {
  return values.length > 0 ? ({ [name]: [...values] } as { [key in Name]?: T[] }) : {};
}

function isDay(value: string): boolean {
  return /^(19|20|21)\d\d-\d\d-\d\d$/.test(value) && new Date(value).toJSON()?.slice(0, 10) === value;
}
