'use client';

import { type Subject, subjectKey, subjectName, subjectOfTask } from '@/app/(signed-in)/_entries/subject';
import { type SubjectGroup, useFoundSubjects } from '@/app/(signed-in)/_entries/use-found-subjects';
import { useQuickTasks } from '@/app/(signed-in)/_entries/use-quick-tasks';
import { useNetwork } from './use-network';

type Startable = { groups: readonly SubjectGroup[]; isSearching: boolean; error: unknown };

/** What can be started: what the server finds, or without a network what this page knows already. */
export function useStartable(typed: string): Startable {
  const found = useFoundSubjects(typed);
  const { data } = useQuickTasks();
  const isAway = useNetwork() !== 'there' || found.error !== null;
  if (!isAway || typed.trim() === '') return found;
  const known = [...(data?.recent ?? []), ...(data?.pinned ?? []).map(subjectOfTask)];
  const subjects = unique(known.filter((subject) => hasWords(subjectName(subject), typed)));
  return {
    groups: subjects.length > 0 ? [{ label: 'Recent and pinned', subjects }] : [],
    isSearching: false,
    error: 'away',
  };
}

function hasWords(name: string, typed: string): boolean {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => name.toLowerCase().includes(word));
}

function unique(subjects: readonly Subject[]): Subject[] {
  return [...new Map(subjects.map((subject) => [subjectKey(subject), subject])).values()];
}
