'use client';

import type { QueryClient } from '@tanstack/react-query';
import { keys } from '@/lib/browser/query-keys';
import type { Task } from '@/lib/contracts/task';
import { replaceListedTask, type TaskPage, type TaskPages } from './task-pages';
import { isShort } from './use-tasks';

const lists = { queryKey: ['tasks', 'list'] };

/** After a task was made or changed: its row at once, then whatever may be sorted or counted otherwise now. */
export async function refreshTasks(client: QueryClient, changed: Task): Promise<void> {
  // An answer that is on its way may be older than this one.
  await client.cancelQueries({ queryKey: keys.tasks.detail(changed.id), exact: true });
  client.setQueryData(keys.tasks.detail(changed.id), changed);
  client.setQueriesData<TaskPages | TaskPage>(lists, (list) => replaceListedTask(list, changed));
  await Promise.all([
    client.invalidateQueries({
      ...lists,
      predicate: ({ state }) => isShort(state.data as TaskPages | TaskPage | undefined),
    }),
    client.invalidateQueries({ queryKey: keys.tasks.events(changed.id) }),
    client.invalidateQueries({ queryKey: ['tasks', 'facets'] }),
    client.invalidateQueries({ queryKey: keys.projects.all }),
    client.invalidateQueries({ queryKey: keys.dashboard }),
  ]);
}
