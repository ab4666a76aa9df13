'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '@/app/_ui/toast';
import { toastUndo } from '@/app/_ui/toast-undo';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { IssueRelationView, LiveIssue, RelationInput } from '@/lib/contracts/linear-write';
import { newId } from '@/lib/kit/new-id';
import { troubleOf } from './issue-trouble';
import { refreshIssue, refreshWritten } from './refresh-issue';

/** Links of the issue to others. What is removed comes back with Undo, as a new link. */
export function useRelations(taskId: string) {
  const client = useQueryClient();
  const path = `/api/v1/tasks/${taskId}/relations`;
  const show = (change: (relations: IssueRelationView[]) => IssueRelationView[]) =>
    client.setQueryData<LiveIssue>(
      keys.linearWrite.issue(taskId),
      (live) => live && { ...live, relations: change(live.relations) },
    );
  const settled = (_: unknown, error: unknown) =>
    void (error ? refreshIssue(client, taskId) : refreshWritten(client, taskId));

  const add = useMutation({
    mutationFn: (input: RelationInput) => api.post<IssueRelationView>(path, input, { idempotencyKey: newId() }),
    networkMode: 'always',
    onSuccess: (added) => show((before) => [...before.filter(({ id }) => id !== added.id), added]),
    onSettled: settled,
  });
  const remove = useMutation({
    mutationFn: ({ id }: IssueRelationView) => api.delete(`${path}/${id}`),
    networkMode: 'always',
    onSuccess: (_, { id, type, issue }) => {
      show((before) => before.filter((each) => each.id !== id));
      toastUndo(`Link to ${issue.identifier} removed.`, () => add.mutate({ type, issue: issue.id }));
    },
    onError: (error) => {
      const trouble = troubleOf(error);
      if (trouble.kind === 'refused') toast.error('The link was not removed.', { description: trouble.message });
    },
    onSettled: settled,
  });
  const failed = add.error ? troubleOf(add.error) : null;
  return { add, remove, trouble: failed?.kind === 'refused' ? failed.message : undefined };
}
