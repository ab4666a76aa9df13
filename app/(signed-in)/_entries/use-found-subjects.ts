'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAllProjects } from '@/app/(signed-in)/projects/use-all-projects';
import type { TaskPage } from '@/app/(signed-in)/tasks/task-pages';
import { useDebounced } from '@/app/(signed-in)/tasks/use-debounced';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import { type Subject, subjectKey, subjectOfTask } from './subject';
import { useQuickTasks } from './use-quick-tasks';

const typingPauseMilliseconds = 100;
const shownTasks = 20;
const longestSearch = 300;

export type SubjectGroup = { label: string; subjects: readonly Subject[] };

/** What was worked on last while nothing is typed; then the tasks that match, and the projects. */
export function useFoundSubjects(typed: string): { groups: SubjectGroup[]; isSearching: boolean; error: unknown } {
  const text = typed.trim().slice(0, longestSearch);
  const quick = useQuickTasks();
  const projects = useProjectSubjects(text);
  const { found, isSearching, error } = useFoundTasks(text);
  if (text !== '') {
    const groups = [
      { label: 'Tasks', subjects: found },
      { label: 'Projects', subjects: projects },
    ];
    return { groups: groups.filter(({ subjects }) => subjects.length > 0), isSearching, error };
  }
  const recent = unique(quick.data?.recent ?? []);
  const known = new Set(recent.map(subjectKey));
  const pinned = (quick.data?.pinned ?? []).map(subjectOfTask).filter((subject) => !known.has(subjectKey(subject)));
  const groups = [
    { label: 'Recent', subjects: recent },
    { label: 'Pinned', subjects: pinned },
    { label: 'Projects', subjects: projects },
  ];
  return { groups: groups.filter(({ subjects }) => subjects.length > 0), isSearching: quick.isLoading, error: null };
}

/** The server reads identifiers, old ones too, addresses of Linear and names of branches. */
function useFoundTasks(text: string) {
  const search = useDebounced(text, typingPauseMilliseconds);
  const isWanted = text !== '' && search !== '';
  const { data, isFetching, error } = useQuery({
    queryKey: keys.tasks.list({ picker: search }),
    queryFn: ({ signal }) =>
      api.get<TaskPage>('/api/v1/tasks', { query: { search, sourceState: 'all', limit: shownTasks }, signal }),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
  const found = isWanted ? (data?.items ?? []).map(subjectOfTask) : [];
  return { found, isSearching: text !== '' && (isFetching || search !== text), error: isWanted ? error : null };
}

function useProjectSubjects(text: string): Subject[] {
  const { data = [] } = useAllProjects();
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return data
    .filter(({ archivedAt }) => archivedAt === null)
    .filter(({ name, key }) => words.every((word) => `${name} ${key ?? ''}`.toLowerCase().includes(word)))
    .map(({ id, name, color }) => ({ task: null, project: { id, name, color } }));
}

function unique(subjects: readonly Subject[]): Subject[] {
  const byKey = new Map<string, Subject>();
  for (const { task, project } of subjects) {
    const key = subjectKey({ task, project });
    if (!byKey.has(key)) byKey.set(key, { task, project });
  }
  return [...byKey.values()];
}
