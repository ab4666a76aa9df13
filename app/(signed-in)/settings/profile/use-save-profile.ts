'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { toast } from '@/app/_ui/toast';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Me, ProfileInput } from '@/lib/contracts/person';

export function useSaveProfile() {
  const router = useRouter();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: ProfileInput) => api.patch<Me>('/api/v1/me', change),
    onSuccess: (saved) => {
      queryClient.setQueryData(keys.me, saved);
      toast.success('Profile saved.');
      // The frame has name and time zone from the server.
      router.refresh();
      return queryClient.invalidateQueries({ queryKey: keys.members.all });
    },
  });
}
