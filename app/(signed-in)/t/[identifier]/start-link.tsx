'use client';

import { useQuery } from '@tanstack/react-query';
import { Button } from '@/app/_ui/button';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { ErrorState } from '@/app/_ui/error-state';
import { PageBody } from '@/app/_ui/page-body';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { openTimerDialog } from '@/app/(signed-in)/_timer/timer-dialog';
import { api } from '@/lib/browser/api';
import { ApiError } from '@/lib/browser/api-error';
import { keys } from '@/lib/browser/query-keys';
import type { Task } from '@/lib/contracts/task';
import { StartCard } from './start-card';

/** The task that has, or had, this identifier, and one button. */
export function StartLink({ identifier }: { identifier: string }) {
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: keys.tasks.detail(`by ${identifier}`),
    queryFn: ({ signal }) => api.get<Task>(`/api/v1/tasks/by-identifier/${encodeURIComponent(identifier)}`, { signal }),
  });
  return (
    <PageBody width="narrow" className="pt-10 md:pt-16">
      {data ? (
        <StartCard task={data} />
      ) : error === null ? (
        <SkeletonRows rows={4} label="Loading the task" />
      ) : isUnknown(error) ? (
        <Unknown identifier={identifier} />
      ) : (
        <ErrorState
          title={`${identifier.slice(0, 80)} could not be looked up.`}
          error={error}
          onRetry={() => refetch()}
          isRetrying={isFetching}
        />
      )}
    </PageBody>
  );
}

/** 422: it cannot be an identifier at all. */
function isUnknown(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 422);
}

function Unknown({ identifier }: { identifier: string }) {
  const shown = identifier.slice(0, 80);
  return (
    <EmptyState
      title={`No task is called ${shown}.`}
      description="It may not be imported yet, or its team is not synced. Nothing was started."
      action={
        <>
          <Button variant="primary" onClick={() => openTimerDialog('start', shown)}>
            Search for it
          </Button>
          <ButtonLink href="/tasks">All tasks</ButtonLink>
        </>
      }
    />
  );
}
