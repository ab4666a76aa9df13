'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { toast } from '@/app/_ui/toast';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Connection, DeletePreview } from '@/lib/contracts/connection';

type DeleteChoice = { tasks: 'keep' | 'remove'; timeOnIssues: 'keep' | 'remove' };

export function useDeleteConnection({ id, name }: Connection, isAsked: boolean) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const preview = useQuery({
    queryKey: keys.connections.deletePreview(id),
    queryFn: ({ signal }) => api.get<DeletePreview>(`/api/v1/connections/${id}/delete-preview`, { signal }),
    enabled: isAsked,
    staleTime: 0,
  });
  const removal = useMutation({
    mutationKey: keys.connections.deletion(id),
    mutationFn: (query: DeleteChoice) => api.delete(`/api/v1/connections/${id}`, { query }),
    onSuccess: async () => {
      toast.success(`${name} is deleted.`);
      router.push('/connections');
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: keys.connections.list() }),
        queryClient.invalidateQueries({ queryKey: keys.tasks.all }),
        queryClient.invalidateQueries({ queryKey: keys.projects.all }),
        queryClient.invalidateQueries({ queryKey: keys.dashboard }),
      ]);
    },
  });
  return {
    preview: preview.data ?? null,
    remove: removal.mutate,
    isRemoving: removal.isPending || removal.isSuccess,
    error: removal.error ?? preview.error,
  };
}
