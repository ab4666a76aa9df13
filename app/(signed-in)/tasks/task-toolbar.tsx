'use client';

import { FilterButton } from '@/app/_ui/filter-button';
import { FilterChips } from '@/app/_ui/filter-chips';
import { type FilterField, filterChange } from '@/app/_ui/filter-field';
import { plural } from '@/app/_ui/format-number';
import { SearchInput } from '@/app/_ui/search-input';
import { SortMenu } from './sort-menu';
import { useFilterFields } from './use-filter-fields';
import type { TaskFilterState } from './use-task-filters';

type TaskToolbarProps = { state: TaskFilterState; projectId: string | undefined; total: number | undefined };

export function TaskToolbar({ state, projectId, total }: TaskToolbarProps) {
  const { filters, setFilters, setSearch, query, clear } = state;
  const fields = useFilterFields(filters, projectId);
  const change = (field: FilterField, value: readonly string[]) => void setFilters(filterChange(field, value));
  return (
    <div className="mb-3 flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <SearchInput value={filters.q} onChange={setSearch} placeholder="Search tasks" className="w-72 max-md:w-full" />
        <FilterButton noun="tasks" fields={fields} onChange={change} />
        <div className="ml-auto flex items-center gap-3">
          <span role="status" className="figures text-faint text-xs max-md:sr-only">
            {total !== undefined && plural(total, 'task')}
          </span>
          <SortMenu sort={filters.sort} direction={query.direction} onChange={(next) => void setFilters(next)} />
        </div>
      </div>
      <FilterChips fields={fields} onChange={change} onClear={() => void clear()} />
    </div>
  );
}
