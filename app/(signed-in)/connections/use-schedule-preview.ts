'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/browser/api';
import { ApiError } from '@/lib/browser/api-error';
import { keys } from '@/lib/browser/query-keys';
import type { SchedulePreview } from '@/lib/contracts/connection';
import { hasFiveFields } from './schedule-choice';
import type { ScheduleValue } from './schedule-fields';
import { useSettled } from './use-settled';

const shownRuns = 3;

/** The next runs of a schedule as the server reckons them, and its refusal of an expression. */
export function useSchedulePreview({ enabled, cron, timeZone }: ScheduleValue) {
  const query = useSettled({ cron: cron.trim(), timeZone }, 300);
  const isComplete = hasFiveFields(query.cron);
  const { data, error } = useQuery({
    queryKey: keys.connections.schedulePreview(query),
    queryFn: ({ signal }) => api.get<SchedulePreview>('/api/v1/cron/preview', { query, signal }),
    enabled: enabled && isComplete,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    refetchInterval: 60_000,
  });
  const refusal = error instanceof ApiError && error.status === 422 ? refusalOf(error) : undefined;
  return {
    nextRunsAt: data && isComplete && !error ? data.nextRunsAt.slice(0, shownRuns) : null,
    refusal: isComplete ? refusal : 'Enter five fields, like */15 * * * *.',
  };
}

function refusalOf(error: ApiError): string {
  return error.fieldErrors['cron'] ?? error.message;
}
