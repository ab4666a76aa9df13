'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebounced } from '@/app/(signed-in)/tasks/use-debounced';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';

const typingPauseMilliseconds = 100;
const longestTag = 50;
const shownTags = 8;

/** Tags that somebody has used, without those that are chosen already. */
export function useTagSuggestions(typed: string, chosen: readonly string[], isWanted: boolean): string[] {
  const search = useDebounced(typed.trim().slice(0, longestTag), typingPauseMilliseconds);
  const { data } = useQuery({
    queryKey: keys.time.tags({ search }),
    queryFn: ({ signal }) => api.get<{ items: string[] }>('/api/v1/tags', { query: { search }, signal }),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
  const taken = new Set(chosen.map((tag) => tag.toLowerCase()));
  return (data?.items ?? []).filter((tag) => !taken.has(tag.toLowerCase())).slice(0, shownTags);
}
