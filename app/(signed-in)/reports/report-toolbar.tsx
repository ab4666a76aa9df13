'use client';

import { FilterButton } from '@/app/_ui/filter-button';
import { FilterChips } from '@/app/_ui/filter-chips';
import { type FilterField, filterChange } from '@/app/_ui/filter-field';
import { GroupSelect } from './group-select';
import { RangePicker } from './range-picker';
import { groupsOf } from './report-filters';
import { RoundingSelect } from './rounding-select';
import { useReportFilterFields } from './use-report-filter-fields';
import type { ReportFilterState } from './use-report-filters';

type ReportToolbarProps = { state: ReportFilterState };

export function ReportToolbar({ state }: ReportToolbarProps) {
  const { filters, setFilters, clear } = state;
  const fields = useReportFilterFields(filters);
  const change = (field: FilterField, value: readonly string[]) => void setFilters(filterChange(field, value));
  return (
    <div className="mb-4 flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <RangePicker state={state} />
        <GroupSelect
          groupBy={groupsOf(filters)}
          onChange={(by) => void setFilters({ by: by.length === 1 && by[0] === 'project' ? null : by })}
        />
        <div className="flex items-center gap-2 md:ml-auto">
          <RoundingSelect value={filters.rounding} onChange={(rounding) => void setFilters({ rounding })} />
          <FilterButton noun="report" fields={fields} onChange={change} />
        </div>
      </div>
      <FilterChips fields={fields} onChange={change} onClear={() => void clear()} />
    </div>
  );
}
