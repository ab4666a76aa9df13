'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refreshTasks } from '@/app/(signed-in)/tasks/refresh-tasks';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { IssueChange, IssueConflict, IssueField, LiveIssue } from '@/lib/contracts/linear-write';
import type { Task } from '@/lib/contracts/task';
import { troubleOf } from './issue-trouble';
import { touchedFields } from './issue-view';
import { refreshIssue, refreshOffer } from './refresh-issue';

type Answer = { task: Task; issue: LiveIssue };
type Clash = { change: IssueChange; conflicts: IssueConflict[] };
type WriteEnd = 'done' | 'clash' | 'unknown' | 'refused';

/**
 * Changes the issue at Linear: what is on its way, what was refused and why, and what stands against what. Nothing is
 * written again by itself.
 */
export function useIssueWrite(taskId: string) {
  const client = useQueryClient();
  const [pending, setPending] = useState<readonly IssueChange[]>([]);
  const [troubles, setTroubles] = useState<Partial<Record<IssueField, string>>>({});
  const [unknown, setUnknown] = useState<readonly IssueField[]>([]);
  const [clash, setClash] = useState<Clash | null>(null);

  async function write(change: IssueChange): Promise<WriteEnd> {
    const fields = touchedFields(change);
    const tell = (message?: string) =>
      setTroubles((before) => ({ ...before, ...Object.fromEntries(fields.map((field) => [field, message])) }));
    tell();
    setPending((before) => [...before, change]);
    try {
      const { task, issue } = await api.patch<Answer>(`/api/v1/tasks/${taskId}/issue`, change);
      client.setQueryData(keys.linearWrite.issue(taskId), issue);
      client.setQueryData(keys.tasks.detail(taskId), task);
      void refreshTasks(client, task);
      return 'done';
    } catch (error) {
      void refreshIssue(client, taskId);
      void refreshOffer(client);
      const trouble = troubleOf(error);
      if (trouble.kind === 'changed') setClash({ change, conflicts: trouble.conflicts });
      if (trouble.kind === 'refused') tell(trouble.message);
      if (trouble.kind === 'unknown') setUnknown(fields);
      return trouble.kind === 'changed' ? 'clash' : trouble.kind;
    } finally {
      setPending((before) => before.filter((each) => each !== change));
    }
  }

  /** Writes what was chosen over what Linear has, as long as that is still what was shown. */
  function writeMine(): Promise<WriteEnd> | undefined {
    if (!clash) return undefined;
    const theirs = Object.fromEntries(clash.conflicts.map((each) => [each.field, each.theirs]));
    setClash(null);
    return write({ ...clash.change, base: { ...clash.change.base, ...theirs } });
  }

  return { write, pending, troubles, unknown, clash, keepTheirs: () => setClash(null), writeMine };
}

export type IssueWrite = ReturnType<typeof useIssueWrite>;
