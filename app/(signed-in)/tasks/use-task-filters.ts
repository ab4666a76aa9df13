'use client';

import { debounce, useQueryStates } from 'nuqs';
import { hasTaskFilters, noTaskFilters, taskFilterParsers, toTaskQuery } from './task-filters';
import { useDebounced } from './use-debounced';

const typingPauseMilliseconds = 120;
// Browsers refuse an address that changes with every key.
const urlPause = debounce(300);

export type TaskFilterState = ReturnType<typeof useTaskFilters>;

/** The list's filters and order: in the URL, so that a view can be shared, and the browser's Back brings it again. */
export function useTaskFilters(projectId?: string) {
  const [filters, setFilters] = useQueryStates(taskFilterParsers, { history: 'replace' });
  const search = useDebounced(filters.q, typingPauseMilliseconds);
  return {
    filters,
    setFilters,
    setSearch: (q: string) => setFilters({ q: q || null }, { limitUrlUpdates: urlPause }),
    clear: () => setFilters(noTaskFilters),
    isFiltered: hasTaskFilters(filters),
    query: toTaskQuery(filters, filters.q === '' ? '' : search, projectId),
  };
}
