'use client';

import { toast } from '@/app/_ui/toast';
import { toastError } from '@/app/_ui/toast-error';
import type { Connection } from '@/lib/contracts/connection';
import { useChangeConnection } from './use-change-connection';

/** Pauses or resumes the schedule; the rest of it stays as it is. */
export function usePause(connection: Pick<Connection, 'id' | 'schedule'>) {
  const { mutate, isPending } = useChangeConnection(connection.id);
  const { enabled, cron, timeZone } = connection.schedule;
  function toggle() {
    mutate(
      {
        change: { schedule: { enabled: !enabled, cron, timeZone } },
        expected: (each) => ({ ...each, schedule: { ...each.schedule, enabled: !enabled } }),
      },
      {
        onSuccess: () => toast.success(enabled ? 'Schedule paused.' : 'Schedule resumed.'),
        onError: (error) => toastError('The schedule could not be changed.', error),
      },
    );
  }
  return { toggle, isPending };
}
