'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ListOf } from '@/lib/contracts/common';
import type { ApiToken, NewApiToken, TokenInput } from '@/lib/contracts/token';

export function useTokens() {
  return useQuery({
    queryKey: keys.tokens.all,
    queryFn: ({ signal }) => api.get<ListOf<ApiToken>>('/api/v1/tokens', { signal }),
  });
}

export function useCreateToken() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: TokenInput) => api.post<NewApiToken>('/api/v1/tokens', input),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.tokens.all }),
  });
}

export function useRevokeToken() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (tokenId: string) => api.delete(`/api/v1/tokens/${tokenId}`),
    // Also after a refusal: the usual one is that the token is gone already.
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.tokens.all }),
  });
}
