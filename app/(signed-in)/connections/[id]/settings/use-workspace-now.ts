'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ListOf } from '@/lib/contracts/common';
import type { Connection, TestResult, WorkflowState } from '@/lib/contracts/connection';

/**
 * Teams and workflow states as Linear has them now, by a test of the stored key; what is stored stands in when there
 * is no answer.
 */
export function useWorkspaceNow(connection: Connection) {
  const { id } = connection;
  const test = useQuery({
    queryKey: keys.connectionTest(id, connection.keyHint),
    queryFn: ({ signal }) => api.post<TestResult>(`/api/v1/connections/${id}/test`, {}, { signal }),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
  const stored = useQuery({
    queryKey: keys.connections.states(id),
    queryFn: ({ signal }) => api.get<ListOf<WorkflowState>>(`/api/v1/connections/${id}/workflow-states`, { signal }),
  });
  const isSettled = !test.isPending && !stored.isPending;
  const fresh = test.data?.ok ? test.data : null;
  return {
    teams: fresh?.teams ?? connection.teams.map((team) => ({ ...team, issueCount: team.backfill.total })),
    states: isSettled ? (fresh?.workflowStates ?? stored.data?.items ?? []) : [],
    /** False at first: what was shown before the answer would jump under the pointer when it comes. */
    isSettled,
    isAsking: test.isFetching,
    failure: test.data && !test.data.ok ? test.data.error : null,
    error: test.error,
    askAgain: () => void test.refetch(),
  };
}
