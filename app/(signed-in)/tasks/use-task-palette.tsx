'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CircleDashed, FolderPlus, Plus } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { useState } from 'react';
import type { PaletteAction, PaletteGroup } from '@/app/_ui/palette-action';
import { subjectOfTask } from '@/app/(signed-in)/_entries/subject';
import { openNewIssue } from '@/app/(signed-in)/_issue/new-issue';
import { useWriteTargets } from '@/app/(signed-in)/_issue/use-write-target';
import { useStartTimer } from '@/app/(signed-in)/_timer/use-start-timer';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { Task } from '@/lib/contracts/task';
import { TaskStateIcon } from './state-icon';
import type { TaskPage } from './task-pages';
import { useDebounced } from './use-debounced';

const typingPauseMilliseconds = 120;
const shownTasks = 8;

/** What the command palette knows of tasks: those that match what is typed, and the ways to make new ones. */
export function useTaskPalette() {
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const { found, isSearching } = useFoundTasks(typed.trim().slice(0, 300));
  const create = useCreateGroup();
  const startTimer = useStartTimer();
  const tasks: PaletteGroup = {
    label: 'Tasks',
    actions: found.map((task) => ({
      // The server matches old identifiers and letters without their accents too: with the typed text in its id, the
      // palette does not sift its hits again.
      id: `task ${task.id} ${typed}`,
      label: task.name.slice(0, 200),
      hint: task.project.name,
      icon: <TaskStateIcon task={task} />,
      run: () => router.push(`/tasks/${task.id}`),
      runWithMod: () => startTimer(subjectOfTask(task)),
    })),
  };
  return { groups: found.length > 0 ? [tasks, create] : [create], isSearching, typed, setTyped };
}

function useFoundTasks(typed: string): { found: readonly Task[]; isSearching: boolean } {
  const search = useDebounced(typed, typingPauseMilliseconds);
  const isWanted = typed !== '' && search !== '';
  const { data, isFetching } = useQuery({
    queryKey: keys.tasks.list({ palette: search }),
    queryFn: ({ signal }) =>
      api.get<TaskPage>('/api/v1/tasks', { query: { search, sourceState: 'all', limit: shownTasks }, signal }),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
  return { found: isWanted ? (data?.items ?? []) : [], isSearching: isFetching || search !== typed };
}

function useCreateGroup(): PaletteGroup {
  const router = useRouter();
  const pathname = usePathname();
  const canWrite = useWriteTargets()?.some((target) => target.canWrite);
  /** The dialogs are in the URL. A list keeps its filters, and a project page makes the task in its project. */
  function openNew(what: 'task' | 'project', home: string) {
    const isHere = pathname === home || (what === 'task' && /^\/projects\/[^/]+$/.test(pathname));
    const search = new URLSearchParams(isHere ? window.location.search : '');
    search.set('new', what);
    router.push(`${isHere ? pathname : home}?${search}`);
  }
  return {
    label: 'Create',
    actions: [
      {
        id: 'new task',
        label: 'New task',
        keywords: ['Create task'],
        icon: <Plus aria-hidden />,
        run: () => openNew('task', '/tasks'),
      },
      {
        id: 'new project',
        label: 'New project',
        keywords: ['Create project'],
        icon: <FolderPlus aria-hidden />,
        run: () => openNew('project', '/projects'),
      },
      ...(canWrite ? [newIssue] : []),
    ],
  };
}

const newIssue: PaletteAction = {
  id: 'new issue',
  label: 'New issue in Linear',
  keywords: ['Create issue'],
  icon: <CircleDashed aria-hidden />,
  run: () => openNewIssue(),
};
