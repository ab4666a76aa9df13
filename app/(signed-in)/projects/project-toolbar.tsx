'use client';

import { SearchInput } from '@/app/_ui/search-input';
import { Select } from '@/app/_ui/select';
import { sourceNames } from '@/app/(signed-in)/tasks/task-words';
import { sources } from '@/lib/contracts/values';
import type { ProjectFilterState, ShownProjects } from './use-project-filters';

const sourceOptions = [
  { value: 'any' as const, label: 'Any source' },
  ...sources.map((value) => ({ value, label: sourceNames[value] })),
];
const shown: { value: ShownProjects; label: string }[] = [
  { value: 'active', label: 'Active' },
  { value: 'archived', label: 'Archived' },
  { value: 'all', label: 'Active and archived' },
];

export function ProjectToolbar({ state: { filters, setFilters, setSearch } }: { state: ProjectFilterState }) {
  return (
    <div className="mb-3 flex flex-wrap gap-2">
      <SearchInput
        value={filters.q}
        onChange={(q) => void setSearch(q)}
        placeholder="Search projects"
        className="w-72 max-md:w-full"
      />
      <Select
        aria-label="Source"
        className="w-36 text-sm"
        options={sourceOptions}
        value={filters.source ?? 'any'}
        onChange={(value) => void setFilters({ source: value === 'any' ? null : value })}
      />
      <Select
        aria-label="Active or archived"
        className="w-44 text-sm"
        options={shown}
        value={filters.show}
        onChange={(value) => void setFilters({ show: value })}
      />
    </div>
  );
}
