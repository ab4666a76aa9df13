'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { TeamOptions } from '@/lib/contracts/linear-write';
import { minutes } from '@/lib/kit/sleep';

export type TeamOfConnection = { connectionId: string; teamId: string };

/** What the issues of a team can be set to. The server keeps it for some minutes too. */
export function useTeamOptions(of: TeamOfConnection | null) {
  return useQuery({
    queryKey: keys.linearWrite.options(of?.teamId ?? ''),
    queryFn: ({ signal }) =>
      api.get<TeamOptions>(`/api/v1/linear-write/teams/${encodeURIComponent(of?.teamId ?? '')}/options`, {
        query: { connectionId: of?.connectionId },
        signal,
      }),
    staleTime: minutes(5),
    enabled: of !== null,
    retry: false,
  });
}
