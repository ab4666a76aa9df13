'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { keys } from '@/lib/browser/query-keys';
import type { Dashboard } from '@/lib/contracts/dashboard';

/** When a sync has ended, what other screens remember of tasks and projects is out of date. */
export function useFreshLists(data: Dashboard | undefined): void {
  const client = useQueryClient();
  const finishedAt = data?.lastSync?.finishedAt;
  const known = useRef(finishedAt);
  useEffect(() => {
    if (known.current === finishedAt) return;
    known.current = finishedAt;
    void client.invalidateQueries({ queryKey: keys.tasks.all, refetchType: 'none' });
    void client.invalidateQueries({ queryKey: keys.projects.all, refetchType: 'none' });
  }, [client, finishedAt]);
}
