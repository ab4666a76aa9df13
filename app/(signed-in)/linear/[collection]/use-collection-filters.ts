'use client';

import { debounce, parseAsString, useQueryStates } from 'nuqs';
import { useDebounced } from '@/app/(signed-in)/tasks/use-debounced';

const typingPauseMilliseconds = 150;
const urlPause = debounce(300);
const parsers = { q: parseAsString.withDefault(''), team: parseAsString };

export type CollectionFilterState = ReturnType<typeof useCollectionFilters>;

export function useCollectionFilters() {
  const [filters, setFilters] = useQueryStates(parsers, { history: 'replace' });
  const search = useDebounced(filters.q, typingPauseMilliseconds).trim();
  return {
    filters,
    setSearch: (q: string) => void setFilters({ q: q || null }, { limitUrlUpdates: urlPause }),
    setTeam: (team: string | null) => void setFilters({ team }),
    clear: () => void setFilters({ q: null, team: null }),
    isFiltered: filters.q.trim() !== '' || filters.team !== null,
    query: { search: filters.q === '' ? '' : search.slice(0, 200), team: filters.team },
  };
}
