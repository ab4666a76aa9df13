'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from '@/app/_ui/toast';
import { toastError } from '@/app/_ui/toast-error';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { PushView, Webhook, WebhookInput, WebhookRemoval } from '@/lib/contracts/push';

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
    // Said here: what asked is not on the screen any more once there is a webhook.
    onSuccess: (push, input) => {
      if ('secret' in input)
        toast.success('Secret saved.', { description: 'The first delivery shows whether it is right.' });
      else toast.success('Webhook made at Linear.');
      queryClient.setQueryData(keys.connections.push(connectionId), push);
    },
    // A key that may not make webhooks is known as such from now on.
    onError: () => queryClient.invalidateQueries({ queryKey: keys.connections.push(connectionId) }),
  });
}

type Replacing = {
  connectionId: string;
  old: Webhook;
  known: readonly Webhook[];
  /** The old one is about to go, and its row with it. */
  onAdded: (webhookId: string) => void;
};

/** The new secret first, so that there is never a moment without any. `kept`: it was there already, so nothing goes. */
export function useReplaceSecret({ connectionId, old, known, onAdded }: Replacing) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (secret: string): Promise<'replaced' | 'kept'> => {
      const path = `/api/v1/connections/${connectionId}/webhooks`;
      const { webhooks } = await api.post<PushView>(path, { secret } satisfies WebhookInput);
      const made = webhooks.find(({ id, origin }) => origin === 'pasted' && known.every((each) => each.id !== id));
      if (!made) return 'kept';
      onAdded(made.id);
      try {
        await api.delete<WebhookRemoval>(`${path}/${old.id}`);
        toast.success('Secret replaced.', { description: 'The next delivery shows whether it is right.' });
      } catch (error) {
        toastError('The new secret is saved, but the old one could not be removed.', error);
      }
      return 'replaced';
    },
    onSettled: () => void queryClient.invalidateQueries({ queryKey: keys.connections.push(connectionId) }),
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
    onSuccess: ({ atLinear, message }) => {
      if (atLinear === 'removed') toast.success('Webhook deleted, here and at Linear.');
      else toast('Webhook removed here.', message === null ? {} : { description: message });
    },
    onError: (error) => toastError('The webhook could not be removed.', error),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.connections.push(connectionId) }),
  });
}
