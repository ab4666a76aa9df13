'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ListOf } from '@/lib/contracts/common';
import type { Member, MemberChange, NewAccessLink } from '@/lib/contracts/person';

export function useMembers() {
  return useQuery({
    queryKey: keys.members.all,
    queryFn: ({ signal }) => api.get<ListOf<Member>>('/api/v1/members', { signal }),
  });
}

export function useChangeMember() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ memberId, ...change }: MemberChange & { memberId: string }) =>
      api.patch<Member>(`/api/v1/members/${memberId}`, change),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.members.all }),
  });
}

export function useMakeResetLink() {
  return useMutation({
    mutationFn: (memberId: string) => api.post<NewAccessLink>(`/api/v1/members/${memberId}/reset-link`, {}),
  });
}
