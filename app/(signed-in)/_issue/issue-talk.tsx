'use client';

import { ErrorState } from '@/app/_ui/error-state';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { IssueComments } from './issue-comments';
import { IssueDescription } from './issue-description';
import type { IssuePartProps } from './issue-properties';
import { IssueRelations } from './issue-relations';
import { OpenWrites, talkKinds } from './open-writes';
import { useLiveIssue } from './use-live-issue';

/** Description, links and comments as Linear has them. */
export function OpenIssueTalk({ task, target }: IssuePartProps) {
  const live = useLiveIssue(task);
  return (
    <>
      {!live.data && <OpenWrites taskId={task.id} kinds={talkKinds} />}
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
