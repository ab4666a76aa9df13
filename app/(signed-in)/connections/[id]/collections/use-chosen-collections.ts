'use client';

import { useRef, useState } from 'react';
import { toastError } from '@/app/_ui/toast-error';
import { useChangeConnection } from '@/app/(signed-in)/connections/use-change-connection';
import type { Connection } from '@/lib/contracts/connection';
import type { ChosenCollection } from '@/lib/contracts/linear-collection';

/**
 * The choice as it will be. One save at a time, of the newest choice: boxes are ticked faster than a server answers, and a
 * save names all collections, so two at once could undo each other.
 */
export function useChosenCollections({ id, collections }: Connection) {
  const { mutateAsync } = useChangeConnection(id);
  const [shown, setShown] = useState<ChosenCollection[] | null>(null);
  const wanted = useRef<ChosenCollection[]>([]);
  const isSaving = useRef(false);

  async function save(): Promise<void> {
    isSaving.current = true;
    try {
      let sent: ChosenCollection[];
      do {
        sent = wanted.current;
        await mutateAsync({ change: { collections: sent } });
      } while (sent !== wanted.current);
    } catch (error) {
      toastError('What is read could not be changed.', error);
    } finally {
      isSaving.current = false;
      setShown(null);
    }
  }

  function choose(next: ChosenCollection[]): void {
    wanted.current = next;
    setShown(next);
    if (!isSaving.current) void save();
  }
  return { chosen: shown ?? collections, choose };
}
