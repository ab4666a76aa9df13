'use client';

import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ComboboxOption } from '@/app/_ui/option-list';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import type { TaskPage } from '@/app/(signed-in)/tasks/task-pages';
import { useDebounced } from '@/app/(signed-in)/tasks/use-debounced';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Task } from '@/lib/contracts/task';
import { reportFilterFields } from './report-filter-fields';
import type { ReportFilters } from './report-filters';
import { useReportOptions } from './use-report';

const typingPauseMilliseconds = 120;
const shownTasks = 20;

/** All that a report can be filtered by; people only for those who see everyone's time. */
export function useReportFilterFields(filters: ReportFilters) {
  const { role } = usePerson();
  const { data: options } = useReportOptions();
  const [typed, setTyped] = useState('');
  const chosen = useChosenTasks(filters.task);
  const found = useFoundTasks(typed);
  const known = new Set(chosen.map(({ value }) => value));
  const others = found.filter(({ value }) => !known.has(value));
  return reportFilterFields(filters, {
    options,
    // While one searches, what was found; the chosen ones stay with it, because their chips take their names from here.
    tasks: typed.trim() === '' ? [...chosen, ...others] : [...others, ...chosen],
    onTypeTask: setTyped,
    seesEveryone: role === 'admin',
  });
}

function useFoundTasks(typed: string): ComboboxOption[] {
  const search = useDebounced(typed.trim().slice(0, 300), typingPauseMilliseconds);
  const { data } = useQuery({
    queryKey: keys.tasks.list({ picker: search }),
    queryFn: ({ signal }) =>
      api.get<TaskPage>('/api/v1/tasks', { query: { search, sourceState: 'all', limit: shownTasks }, signal }),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  });
  return search === '' ? [] : (data?.items ?? []).map(taskOption);
}

function useChosenTasks(ids: readonly string[]): ComboboxOption[] {
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: keys.tasks.detail(id),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get<Task>(`/api/v1/tasks/${encodeURIComponent(id)}`, { signal }),
    })),
    combine: (results) =>
      results.map(({ data, isError }, index): ComboboxOption => {
        const value = ids[index] ?? '';
        return data ? taskOption(data) : { value, label: isError ? 'Unknown task' : '…' };
      }),
  });
}

function taskOption({ id, title, identifier }: Task): ComboboxOption {
  return { value: id, label: title.slice(0, 200), hint: identifier ?? undefined };
}
