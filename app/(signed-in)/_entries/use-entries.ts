'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ListOf } from '@/lib/contracts/common';
import type { TimeEntry } from '@/lib/contracts/time-entry';

const pageSize = 10;

/** Whose time is on a task or a project. */
export type EntriesOf = { taskId: string } | { projectId: string };

/** Newest first, page by page, what runs included: one's own, and everybody's for admins. */
export function useEntries(of: EntriesOf) {
  const { role } = usePerson();
  const query = { ...of, userId: role === 'admin' ? 'all' : 'me', running: 'all' };
  return useInfiniteQuery({
    queryKey: keys.time.entries(query),
    queryFn: ({ pageParam, signal }) =>
      api.get<ListOf<TimeEntry>>('/api/v1/time-entries', {
        query: { ...query, limit: pageSize, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
}
