'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import { listOf } from '@/lib/contracts/common';
import { type MemberChange, member, newAccessLink } from '@/lib/contracts/person';

const memberList = listOf(member);

export function useMembers() {
  return useQuery({
    queryKey: keys.members.all,
    queryFn: ({ signal }) => api.get('/api/v1/members', memberList, { signal }),
  });
}

export function useChangeMember() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ memberId, ...change }: MemberChange & { memberId: string }) =>
      api.patch(`/api/v1/members/${memberId}`, change, member),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.members.all }),
  });
}

export function useMakeResetLink() {
  return useMutation({
    mutationFn: (memberId: string) => api.post(`/api/v1/members/${memberId}/reset-link`, {}, newAccessLink),
  });
}
