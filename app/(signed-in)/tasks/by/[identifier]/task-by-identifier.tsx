'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { ErrorState } from '@/app/_ui/error-state';
import { PageBody } from '@/app/_ui/page-body';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { NoSuchTask } from '@/app/(signed-in)/tasks/[id]/task-screen';
import { api } from '@/lib/browser/api';
import { ApiError } from '@/lib/browser/api-error';
import { keys } from '@/lib/browser/query-keys';
import type { Task } from '@/lib/contracts/task';

/** `/tasks/by/ENG-42`, for links from elsewhere: goes to the task that has, or had, this identifier. */
export function TaskByIdentifier({ identifier }: { identifier: string }) {
  const router = useRouter();
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: keys.tasks.detail(`by ${identifier}`),
    queryFn: ({ signal }) => api.get<Task>(`/api/v1/tasks/by-identifier/${encodeURIComponent(identifier)}`, { signal }),
  });
  const taskId = data?.id;
  useEffect(() => {
    if (taskId) router.replace(`/tasks/${taskId}`);
  }, [router, taskId]);

  if (error instanceof ApiError && error.status === 404) return <NoSuchTask />;
  return (
    <PageBody>
      {error ? (
        <ErrorState
          title={`${identifier} could not be looked up.`}
          error={error}
          onRetry={() => refetch()}
          isRetrying={isFetching}
        />
      ) : (
        <SkeletonRows rows={8} label="Loading the task" />
      )}
    </PageBody>
  );
}
