'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import { listOf } from '@/lib/contracts/common';
import { accessLink, type inviteInput, newAccessLink } from '@/lib/contracts/person';

const linkList = listOf(accessLink);

/** Invitations that nobody has used yet, the expired ones too. */
export function useInvites() {
  return useQuery({
    queryKey: keys.links.all,
    queryFn: ({ signal }) => api.get('/api/v1/links', linkList, { signal }),
  });
}

export function useInvite() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: z.input<typeof inviteInput>) => api.post('/api/v1/links', input, newAccessLink),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.links.all }),
  });
}

export function useRevokeInvite() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (linkId: string) => api.delete(`/api/v1/links/${linkId}`, null),
    // Also after a refusal: the usual one is that it has been used or revoked meanwhile.
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.links.all }),
  });
}
