'use client';

import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '@/app/_ui/error-state';
import { Section } from '@/app/_ui/section';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { ListOf } from '@/lib/contracts/common';
import type { LinearObjectOf } from '@/lib/contracts/linear-collection';
import type { Task } from '@/lib/contracts/task';
import { Comment } from './issue-comments';
import type { IssuePartProps } from './issue-properties';
import { IssueText } from './issue-text';

/** What the mirror has of the issue's text and talk: to read, without asking Linear. */
export function OpenMirroredTalk({ task, target: { connectionId, reads } }: IssuePartProps) {
  return (
    <>
      {reads.descriptions && <MirroredDescription task={task} connectionId={connectionId} />}
      {reads.comments && <MirroredComments task={task} connectionId={connectionId} />}
    </>
  );
}

type MirroredProps = { task: Task; connectionId: string };

function MirroredDescription({ task, connectionId }: MirroredProps) {
  const query = { search: task.identifier ?? '', connectionId, limit: '50' };
  const issues = useMirrored<LinearObjectOf<'issues'>>('issues', query);
  const description = issues.data?.find(({ id }) => id === task.externalId)?.description ?? '';
  if (!issues.isError && description === '') return null;
  return (
    <Section title="Description">
      {issues.isError ? (
        <ErrorState title="The description could not be read." error={issues.error} onRetry={() => issues.refetch()} />
      ) : (
        <IssueText text={description} />
      )}
    </Section>
  );
}

function MirroredComments({ task, connectionId }: MirroredProps) {
  const query = { issue: task.externalId ?? '', connectionId, limit: '200' };
  const comments = useMirrored<LinearObjectOf<'comments'>>('comments', query);
  const oldestFirst = comments.data?.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt)) ?? [];
  if (!comments.isError && oldestFirst.length === 0) return null;
  return (
    <Section title="Comments">
      {comments.isError ? (
        <ErrorState title="The comments could not be read." error={comments.error} onRetry={() => comments.refetch()} />
      ) : (
        <ol className="flex flex-col gap-3">
          {oldestFirst.map((comment) => (
            <Comment key={comment.id} comment={comment} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function useMirrored<Item>(collection: string, query: Record<string, string>) {
  return useQuery({
    queryKey: keys.linear.objects(collection, query),
    queryFn: ({ signal }) =>
      api.get<ListOf<Item>>(`/api/v1/linear/${collection}?${new URLSearchParams(query)}`, { signal }),
    select: ({ items }) => items,
  });
}
