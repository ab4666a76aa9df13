'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '@/app/_ui/toast';
import { refreshTime } from '@/app/(signed-in)/_entries/refresh-time';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Installation, InstallationChange } from '@/lib/contracts/installation';

export function useSaveInstallation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: InstallationChange) => api.patch<Installation>('/api/v1/installation', change),
    onSuccess: (saved) => {
      client.setQueryData(keys.installation, saved);
      toast('Settings saved.');
      // Reports are rounded anew, and entries locked or not.
      return refreshTime(client);
    },
  });
}
