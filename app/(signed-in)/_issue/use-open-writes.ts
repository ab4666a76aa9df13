'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ListOf } from '@/lib/contracts/common';
import type { LinearWrite } from '@/lib/contracts/linear-write';
import { seconds } from '@/lib/kit/sleep';
import { refreshIssue } from './refresh-issue';

const shownWrites = 20;
const none: never[] = [];

/** The newest writes of a task. While the end of one is unknown they are asked again: the server looks it up by itself. */
export function useWrites(taskId: string): readonly LinearWrite[] {
  const { data } = useQuery({
    queryKey: keys.linearWrite.writes(taskId),
    queryFn: ({ signal }) =>
      api.get<ListOf<LinearWrite>>(`/api/v1/tasks/${taskId}/writes`, { query: { limit: shownWrites }, signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnknown) ? seconds(10) : false),
  });
  return data?.items ?? none;
}

/** Those that must not be offered again before their end is known. */
export function useOpenWrites(taskId: string): readonly LinearWrite[] {
  const client = useQueryClient();
  const open = useWrites(taskId).filter(isUnknown);
  const ids = open.map(({ id }) => id).join();
  useEffect(() => {
    if (ids === '') return;
    // When it is not among them any more it has been settled, and what it did is to be seen.
    return () => void refreshIssue(client, taskId);
  }, [client, taskId, ids]);
  return open;
}

function isUnknown({ status }: LinearWrite): boolean {
  return status === 'unknown';
}
