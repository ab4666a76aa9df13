'use client';

import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { ErrorState } from '@/app/_ui/error-state';
import { PageBody } from '@/app/_ui/page-body';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { ApiError } from '@/lib/browser/api-error';
import type { Task } from '@/lib/contracts/task';
import { IssueNotices, IssueTalk } from './issue-slots';
import { SourceStateBanner } from './source-state-banner';
import { TaskHeader } from './task-header';
import { TaskHistory } from './task-history';
import { TaskNotes } from './task-notes';
import { TaskProperties } from './task-properties';
import { TaskTime } from './task-time';
import { useDocumentTitle } from './use-document-title';
import { useTask } from './use-task';

export function TaskScreen({ taskId }: { taskId: string }) {
  const { data: task, error, isPlaceholderData, isFetching, refetch } = useTask(taskId);
  useDocumentTitle(task?.name);
  if (task) {
    return (
      <PageBody>
        <TaskDetails task={task} isComplete={!isPlaceholderData} />
      </PageBody>
    );
  }
  if (error instanceof ApiError && error.status === 404) return <NoSuchTask />;
  return (
    <PageBody>
      {error ? (
        <ErrorState
          title="The task could not be loaded."
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

function TaskDetails({ task, isComplete }: { task: Task; isComplete: boolean }) {
  return (
    <>
      <TaskHeader task={task} />
      <SourceStateBanner task={task} />
      <IssueNotices task={task} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <TaskProperties task={task} className="lg:order-last" />
        <div className="flex min-w-0 flex-col gap-6">
          {/* Notes that a list has may be old by now: they are edited once the task itself is here. */}
          {isComplete ? <TaskNotes task={task} /> : <SkeletonRows rows={3} label="Loading the notes" />}
          <TaskTime task={task} />
          <IssueTalk key={task.id} task={task} />
          <TaskHistory task={task} />
        </div>
      </div>
    </>
  );
}

export function NoSuchTask() {
  return (
    <PageBody>
      <EmptyState
        title="There is no such task."
        description="It may have been deleted, or the link is not complete."
        action={<ButtonLink href="/tasks">All tasks</ButtonLink>}
      />
    </PageBody>
  );
}
