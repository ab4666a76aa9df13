'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useState } from 'react';
import { ErrorState } from '@/app/_ui/error-state';
import { late } from '@/app/_ui/late';
import { LoadMore } from '@/app/_ui/load-more';
import { Panel } from '@/app/_ui/panel';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { useLate } from '@/app/_ui/use-late';
import type { Task } from '@/lib/contracts/task';
import { NoTasks } from './no-tasks';
import { TaskDialog } from './task-dialog';
import { TaskToolbar } from './task-toolbar';
import { type TaskFilterState, useTaskFilters } from './use-task-filters';
import { useTasks } from './use-tasks';

// It comes while the tasks do: what draws only the rows in view is large (docs/decisions/010).
const taskList = late(async () => (await import('./task-list')).TaskList);

type TaskBrowserProps = {
  /** Shows the tasks of this project only. */
  projectId?: string | undefined;
  onCreate: () => void;
};

/** The tasks with their search, filters and order: on the tasks page, and on each project's page. */
export function TaskBrowser({ projectId, onCreate }: TaskBrowserProps) {
  const state = useTaskFilters(projectId);
  const tasks = useTasks(state.query);
  return (
    <>
      <TaskToolbar state={state} projectId={projectId} total={tasks.data?.pages[0]?.total} />
      <Results state={state} tasks={tasks} projectId={projectId} onCreate={onCreate} />
    </>
  );
}

type ResultsProps = TaskBrowserProps & { state: TaskFilterState; tasks: ReturnType<typeof useTasks> };

function Results({ state, tasks, projectId, onCreate }: ResultsProps) {
  const TaskList = useLate(taskList, true);
  const router = useRouter();
  const [edited, setEdited] = useState<Task | null>(null);
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError, isPlaceholderData } = tasks;
  const items = useMemo(() => tasks.data?.pages.flatMap((page) => page.items) ?? [], [tasks.data]);
  const canGoOn = hasNextPage && !isFetchingNextPage && !isFetchNextPageError && !isPlaceholderData;
  const goOn = useCallback(() => void (canGoOn && fetchNextPage()), [canGoOn, fetchNextPage]);
  const total = tasks.data?.pages[0]?.total;

  const loading = <SkeletonRows rows={12} label="Loading tasks" />;
  if (tasks.isPending) return loading;
  if (tasks.isError && !tasks.data) {
    return (
      <ErrorState
        title="The tasks could not be loaded."
        error={tasks.error}
        onRetry={() => tasks.refetch()}
        isRetrying={tasks.isFetching}
      />
    );
  }
  if (items.length === 0) {
    const { filters, setFilters } = state;
    return (
      <NoTasks
        isFiltered={state.isFiltered}
        isSearch={filters.q.trim() !== ''}
        onIncludeArchived={filters.show === 'live' ? () => void setFilters({ show: 'all' }) : undefined}
        projectId={projectId}
        onClear={state.clear}
        onCreate={onCreate}
      />
    );
  }
  if (!TaskList) return loading;
  /** What is Linear's is changed at Linear: of an imported task only the notes can be edited here. */
  const edit = (task: Task) => (task.source === 'manual' ? setEdited(task) : router.push(`/tasks/${task.id}#notes`));
  return (
    <Panel flush>
      <TaskList
        tasks={items}
        total={total}
        showsProject={!projectId}
        isStale={isPlaceholderData}
        onNearEnd={goOn}
        actions={{ edit, open: ({ id }) => router.push(`/tasks/${id}`) }}
      />
      <LoadMore
        shown={items.length}
        total={total}
        hasMore={hasNextPage}
        loading={isFetchingNextPage}
        onLoadMore={() => fetchNextPage()}
      />
      {isFetchNextPageError && <ErrorState title="More tasks could not be loaded." error={tasks.error} />}
      <TaskDialog task={edited} open={edited !== null} onOpenChange={() => setEdited(null)} />
    </Panel>
  );
}
