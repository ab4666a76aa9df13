'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import { listOf } from '@/lib/contracts/common';
import { apiToken, newApiToken, type TokenInput } from '@/lib/contracts/token';

const tokenList = listOf(apiToken);

export function useTokens() {
  return useQuery({
    queryKey: keys.tokens.all,
    queryFn: ({ signal }) => api.get('/api/v1/tokens', tokenList, { signal }),
  });
}

export function useCreateToken() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: TokenInput) => api.post('/api/v1/tokens', input, newApiToken),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.tokens.all }),
  });
}

export function useRevokeToken() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (tokenId: string) => api.delete(`/api/v1/tokens/${tokenId}`, null),
    // Also after a refusal: the usual one is that the token is gone already.
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.tokens.all }),
  });
}
