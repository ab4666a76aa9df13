'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toastError } from '@/app/_ui/toast-error';
import { toastUndo } from '@/app/_ui/toast-undo';
import { refreshTime } from '@/app/(signed-in)/_entries/refresh-time';
import { api } from '@/lib/browser/api';
import type { ListOf } from '@/lib/contracts/common';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { newId } from '@/lib/kit/new-id';
import { dropDrafts, type ShownDraft, trimDraft } from './draft-choices';

/** Makes entries of drafts, all or none, and says so with a way back. Whoever is quick accepts the next meanwhile. */
export function useAcceptDrafts() {
  const client = useQueryClient();
  const [savingIds, setSavingIds] = useState<ReadonlySet<string>>(new Set());

  async function undo({ items }: ListOf<TimeEntry>, bringBack: () => void) {
    try {
      for (const { id } of items) await api.delete(`/api/v1/time-entries/${id}`);
      bringBack();
    } catch (error) {
      toastError('It could not be taken back.', error);
    }
    await refreshTime(client);
  }

  const { mutate } = useMutation({
    mutationFn: (drafts: readonly ShownDraft[]) =>
      api.post<ListOf<TimeEntry>>('/api/v1/timesheet/drafts/accept', inputOf(drafts), { idempotencyKey: newId() }),
    onSuccess: (saved, drafts) => {
      // What was trimmed away would come as a draft of its own.
      const bringBack = dropDrafts(drafts);
      for (const draft of drafts) trimDraft(draft, null);
      const count = saved.items.length;
      toastUndo(count === 1 ? 'Time entry added.' : `${count} time entries added.`, () => void undo(saved, bringBack));
      return refreshTime(client);
    },
    onError: (error, drafts) => {
      toastError(drafts.length === 1 ? 'The draft could not be saved.' : 'The drafts could not be saved.', error);
      return refreshTime(client);
    },
    onSettled: (_saved, _error, drafts) => {
      const done = new Set(drafts.map(({ id }) => id));
      setSavingIds((ids) => new Set([...ids].filter((id) => !done.has(id))));
    },
  });

  function accept(drafts: readonly ShownDraft[]) {
    const free = drafts.filter(({ id }) => !savingIds.has(id));
    if (free.length === 0) return;
    setSavingIds((ids) => new Set([...ids, ...free.map(({ id }) => id)]));
    mutate(free);
  }
  return { accept, savingIds };
}

function inputOf(drafts: readonly ShownDraft[]) {
  return {
    items: drafts.map(({ task, start, end }) => ({
      taskId: task.id,
      startedAt: new Date(start).toISOString(),
      endedAt: new Date(end).toISOString(),
    })),
  };
}
