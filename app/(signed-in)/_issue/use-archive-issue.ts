'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '@/app/_ui/toast';
import { toastUndo } from '@/app/_ui/toast-undo';
import { refreshTasks } from '@/app/(signed-in)/tasks/refresh-tasks';
import { api } from '@/lib/browser/api';
import type { Task } from '@/lib/contracts/task';
import { newId } from '@/lib/kit/new-id';
import { troubleOf } from './issue-trouble';
import { refreshIssue, refreshWritten } from './refresh-issue';

/** Archives the issue at Linear, or takes it back from the archive or the trash. */
export function useArchiveIssue(taskId: string) {
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: (what: 'archive' | 'unarchive') =>
      api.post<Task>(`/api/v1/tasks/${taskId}/${what}`, {}, { idempotencyKey: newId() }),
    networkMode: 'always',
    onSuccess: async (changed, what) => {
      if (what === 'archive') toastUndo('Archived in Linear.', () => mutate('unarchive'));
      else toast('Restored in Linear.');
      await refreshTasks(client, changed);
    },
    onError: (error, what) => {
      const trouble = troubleOf(error);
      const title = what === 'archive' ? 'The issue was not archived.' : 'The issue was not restored.';
      if (trouble.kind === 'refused') toast.error(title, { description: trouble.message });
    },
    onSettled: (_, error) => void (error ? refreshIssue(client, taskId) : refreshWritten(client, taskId)),
  });
  return { archive: () => mutate('archive'), restore: () => mutate('unarchive'), isPending };
}
