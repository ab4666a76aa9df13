'use client';

import { useQuery } from '@tanstack/react-query';
import { useAllProjects } from '@/app/(signed-in)/projects/use-all-projects';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Task } from '@/lib/contracts/task';
import type { EntryFields } from './entry-fields';

/** Whether new time is billable: as the task says, or else its project. Undefined until it is known. */
export function useBillableDefault({ taskId, projectId }: Pick<EntryFields, 'taskId' | 'projectId'>) {
  const { data: projects } = useAllProjects();
  const { data: task } = useQuery({
    queryKey: keys.tasks.detail(taskId),
    queryFn: ({ signal }) => api.get<Task>(`/api/v1/tasks/${encodeURIComponent(taskId)}`, { signal }),
    enabled: taskId !== '',
  });
  if (projectId === '' || (taskId !== '' && task === undefined)) return undefined;
  return task?.billable ?? projects?.find(({ id }) => id === projectId)?.billable;
}
