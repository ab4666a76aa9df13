import { type inferParserType, parseAsArrayOf, parseAsString, parseAsStringLiteral } from 'nuqs';
import type { TaskSort } from '@/lib/contracts/task';
import { sourceStates, sources, taskSorts, taskStatuses } from '@/lib/contracts/values';

const directions = ['asc', 'desc'] as const;
export type Direction = (typeof directions)[number];

/** The filters as the address bar holds them. */
export const taskFilterParsers = {
  q: parseAsString.withDefault(''),
  project: parseAsArrayOf(parseAsString).withDefault([]),
  status: parseAsArrayOf(parseAsStringLiteral(taskStatuses)).withDefault([]),
  state: parseAsArrayOf(parseAsString).withDefault([]),
  assignee: parseAsArrayOf(parseAsString).withDefault([]),
  label: parseAsArrayOf(parseAsString).withDefault([]),
  source: parseAsStringLiteral(sources),
  show: parseAsStringLiteral([...sourceStates, 'all'] as const).withDefault('live'),
  sort: parseAsStringLiteral(taskSorts).withDefault('updated'),
  order: parseAsStringLiteral(directions),
};
export type TaskFilters = inferParserType<typeof taskFilterParsers>;

/** What one expects to see first. */
export const firstDirection: Record<TaskSort, Direction> = {
  updated: 'desc',
  created: 'desc',
  identifier: 'asc',
  title: 'asc',
  priority: 'asc',
  due: 'asc',
};

export const noTaskFilters = {
  q: null,
  project: null,
  status: null,
  state: null,
  assignee: null,
  label: null,
  source: null,
  show: null,
} as const;

export function hasTaskFilters(filters: TaskFilters): boolean {
  const { q, project, status, state, assignee, label } = filters;
  const lists = [project, status, state, assignee, label];
  return (
    q.trim() !== '' || lists.some(({ length }) => length > 0) || filters.source !== null || filters.show !== 'live'
  );
}

export type TaskListQuery = ReturnType<typeof toTaskQuery>;

/** The same as the API's query. A fixed project wins over the chosen ones. */
export function toTaskQuery(filters: TaskFilters, search: string, projectId: string | undefined) {
  return {
    search: search.trim().slice(0, 300),
    projectId: projectId ? [projectId] : filters.project,
    status: filters.status,
    state: filters.state,
    assignee: filters.assignee,
    label: filters.label,
    source: filters.source,
    sourceState: filters.show,
    sort: filters.sort,
    direction: filters.order ?? firstDirection[filters.sort],
  };
}
