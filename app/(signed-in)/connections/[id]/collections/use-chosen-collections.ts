'use client';

import { useRef, useState } from 'react';
import { toastError } from '@/app/_ui/toast-error';
import { useStoredConnection } from '@/app/(signed-in)/connections/use-stored-connection';
import { api } from '@/lib/browser/api';
import type { Connection, ConnectionChange } from '@/lib/contracts/connection';
import type { ChosenCollection } from '@/lib/contracts/linear-collection';

/**
 * The choice as it will be. One save at a time, of the newest choice: boxes are ticked faster than a server answers, and a
 * save names all collections, so two at once could undo each other.
 */
export function useChosenCollections({ id, collections }: Connection) {
  const stored = useStoredConnection(id);
  const [shown, setShown] = useState<ChosenCollection[] | null>(null);
  const wanted = useRef<ChosenCollection[]>([]);
  const isSaving = useRef(false);

  async function save(): Promise<void> {
    isSaving.current = true;
    try {
      let sent: ChosenCollection[];
      do {
        sent = wanted.current;
        const change: ConnectionChange = { collections: sent };
        const changed = await api.patch<Connection>(`/api/v1/connections/${id}`, change);
        stored.update(() => changed);
      } while (sent !== wanted.current);
    } catch (error) {
      toastError('What is read could not be changed.', error);
    } finally {
      isSaving.current = false;
      setShown(null);
      // Ends an older question that is under way, whose answer would show the choice before.
      void stored.refresh();
    }
  }

  function choose(next: ChosenCollection[]): void {
    wanted.current = next;
    setShown(next);
    if (!isSaving.current) void save();
  }
  return { chosen: shown ?? collections, choose };
}
