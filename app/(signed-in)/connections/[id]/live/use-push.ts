'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { PushView, WebhookInput, WebhookRemoval } from '@/lib/contracts/push';

const everyMilliseconds = 5_000;

export function usePush(connectionId: string) {
  return useQuery({
    queryKey: keys.connections.push(connectionId),
    queryFn: ({ signal }) => api.get<PushView>(`/api/v1/connections/${connectionId}/push`, { signal }),
    refetchInterval: everyMilliseconds,
  });
}

export function useAddWebhook(connectionId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: WebhookInput) => api.post<PushView>(`/api/v1/connections/${connectionId}/webhooks`, input),
    onSuccess: (push) => queryClient.setQueryData(keys.connections.push(connectionId), push),
    // A key that may not make webhooks is known as such from now on.
    onError: () => queryClient.invalidateQueries({ queryKey: keys.connections.push(connectionId) }),
  });
}

export function useRotateWebhook(connectionId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (webhookId: string) =>
      api.post<PushView>(`/api/v1/connections/${connectionId}/webhooks/${webhookId}/rotate`, {}),
    onSuccess: (push) => queryClient.setQueryData(keys.connections.push(connectionId), push),
  });
}

export function useRemoveWebhook(connectionId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (webhookId: string) =>
      api.delete<WebhookRemoval>(`/api/v1/connections/${connectionId}/webhooks/${webhookId}`),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.connections.push(connectionId) }),
  });
}
