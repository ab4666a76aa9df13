'use client';

import { ErrorState } from '@/app/_ui/error-state';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { IssueComments } from './issue-comments';
import { IssueDescription } from './issue-description';
import type { IssuePartProps } from './issue-properties';
import { IssueRelations } from './issue-relations';
import { UnknownWrite } from './unknown-write';
import { useLiveIssue } from './use-live-issue';
import { useOpenWrites } from './use-open-writes';
import { writeNames } from './write-names';

/** Description, links and comments as Linear has them, and what became of writes whose answer was lost. */
export function OpenIssueTalk({ task, target }: IssuePartProps) {
  const live = useLiveIssue(task);
  const open = useOpenWrites(task.id);
  return (
    <>
      {open.map(({ id, kind }) => (
        <UnknownWrite key={id} writeId={id} what={writeNames[kind]} taskId={task.id} />
      ))}
      {live.isPending && <SkeletonRows rows={3} label="Asking Linear" />}
      {live.isError && !live.data && (
        <ErrorState
          title="Linear could not be asked about the issue."
          error={live.error}
          onRetry={() => live.refetch()}
          isRetrying={live.isFetching}
          className="py-6"
        />
      )}
      {live.data && (
        <>
          <IssueDescription task={task} live={live.data} />
          <IssueRelations task={task} live={live.data} />
          <IssueComments task={task} target={target} live={live.data} />
        </>
      )}
    </>
  );
}
