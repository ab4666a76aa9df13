'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '@/app/_ui/toast';
import { toastError } from '@/app/_ui/toast-error';
import { api } from '@/lib/browser/api';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import type { TimerStarted, TimerStartInput } from '@/lib/contracts/timer';
import { newId } from '@/lib/kit/new-id';
import { refreshTime } from './refresh-time';
import { subjectInput } from './subject';

/** Starts a timer on the same thing, with the same words. */
export function useStartAgain(): (entry: TimeEntry) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (input: TimerStartInput) =>
      api.post<TimerStarted>('/api/v1/timer/start', input, { idempotencyKey: newId() }),
    onSuccess: ({ entry }) => {
      if (entry) toast(`Started ${entry.task?.identifier ?? entry.project.name}.`);
      return refreshTime(client);
    },
    onError: (error) => toastError('The timer could not be started.', error),
  });
  return (entry) => {
    const { description, billable, tags } = entry;
    mutate({ ...subjectInput(entry), description, billable, tags });
  };
}
