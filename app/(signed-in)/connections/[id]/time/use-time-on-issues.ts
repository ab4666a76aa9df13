'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toastError } from '@/app/_ui/toast-error';
import { useChangeConnection } from '@/app/(signed-in)/connections/use-change-connection';
import { useStoredConnection } from '@/app/(signed-in)/connections/use-stored-connection';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { TimeOnIssuesView } from '@/lib/contracts/time-on-issues';

const whileWorking = 2_000;
const otherwise = 15_000;

export function useTimeOnIssues(connectionId: string) {
  return useQuery({
    queryKey: keys.connections.timeOnIssues(connectionId),
    queryFn: ({ signal }) =>
      api.get<TimeOnIssuesView>(`/api/v1/connections/${connectionId}/time-on-issues`, { signal }),
    refetchInterval: ({ state }) => (state.data && state.data.waiting > 0 ? whileWorking : otherwise),
  });
}

type Flags = { timeOnIssues?: boolean; commentOnStop?: boolean };

export function useSwitchTime(connectionId: string) {
  const { mutate, isPending } = useChangeConnection(connectionId);
  function change(flags: Flags, failure: string) {
    mutate(
      { change: flags, expected: (each) => ({ ...each, ...flags }) },
      { onError: (error) => toastError(failure, error) },
    );
  }
  return { change, isPending };
}

export function useRemoveTime(connectionId: string) {
  const queryClient = useQueryClient();
  const stored = useStoredConnection(connectionId);
  return useMutation({
    mutationFn: () => api.delete<TimeOnIssuesView>(`/api/v1/connections/${connectionId}/time-on-issues`),
    onSuccess: (view) => {
      queryClient.setQueryData(keys.connections.timeOnIssues(connectionId), view);
      stored.update((each) => ({ ...each, timeOnIssues: false }));
    },
  });
}
