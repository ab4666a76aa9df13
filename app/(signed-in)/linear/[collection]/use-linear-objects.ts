'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ListOf } from '@/lib/contracts/common';
import type { LinearCollection, LinearObjectOf } from '@/lib/contracts/linear-collection';

const pageSize = 100;

/** The previous rows stay until those of a new query are here. */
export function useLinearObjects<C extends LinearCollection>(
  collection: C,
  query: { search: string; team: string | null },
) {
  return useInfiniteQuery({
    queryKey: keys.linear.objects(collection, query),
    queryFn: ({ pageParam, signal }) =>
      api.get<ListOf<LinearObjectOf<C>>>(`/api/v1/linear/${collection}`, {
        query: { ...query, limit: pageSize, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    retry: false,
  });
}
