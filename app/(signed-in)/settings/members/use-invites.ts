'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ListOf } from '@/lib/contracts/common';
import type { AccessLink, inviteInput, NewAccessLink } from '@/lib/contracts/person';

/** Invitations that nobody has used yet, the expired ones too. */
export function useInvites() {
  return useQuery({
    queryKey: keys.links.all,
    queryFn: ({ signal }) => api.get<ListOf<AccessLink>>('/api/v1/links', { signal }),
  });
}

export function useInvite() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: z.input<typeof inviteInput>) => api.post<NewAccessLink>('/api/v1/links', input),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.links.all }),
  });
}

export function useRevokeInvite() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (linkId: string) => api.delete(`/api/v1/links/${linkId}`),
    // Also after a refusal: the usual one is that it has been used or revoked meanwhile.
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.links.all }),
  });
}
