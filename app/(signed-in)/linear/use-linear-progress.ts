'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ListOf } from '@/lib/contracts/common';
import type { LinearProgress } from '@/lib/contracts/linear-collection';

export type ProgressKind = 'cycles' | 'projects';

export function useLinearProgress(of: ProgressKind) {
  return useQuery({
    queryKey: keys.linear.progress(of),
    queryFn: ({ signal }) => api.get<ListOf<LinearProgress>>('/api/v1/linear-progress', { query: { of }, signal }),
    retry: false,
  });
}
