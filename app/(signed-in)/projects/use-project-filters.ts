'use client';

import { debounce, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useDebounced } from '@/app/(signed-in)/tasks/use-debounced';
import { sources } from '@/lib/contracts/values';

const typingPauseMilliseconds = 120;
const urlPause = debounce(300);

const shown = ['active', 'archived', 'all'] as const;
export type ShownProjects = (typeof shown)[number];
const archivedOf: Record<ShownProjects, string> = { active: 'false', archived: 'true', all: 'all' };

const parsers = {
  q: parseAsString.withDefault(''),
  source: parseAsStringLiteral(sources),
  show: parseAsStringLiteral(shown).withDefault('active'),
};

export type ProjectFilterState = ReturnType<typeof useProjectFilters>;

export function useProjectFilters() {
  const [filters, setFilters] = useQueryStates(parsers, { history: 'replace' });
  const search = useDebounced(filters.q, typingPauseMilliseconds).trim();
  return {
    filters,
    setFilters,
    setSearch: (q: string) => setFilters({ q: q || null }, { limitUrlUpdates: urlPause }),
    clear: () => setFilters({ q: null, source: null, show: null }),
    isFiltered: filters.q.trim() !== '' || filters.source !== null || filters.show !== 'active',
    query: {
      search: filters.q === '' ? '' : search.slice(0, 200),
      source: filters.source,
      archived: archivedOf[filters.show],
    },
  };
}
