'use client';

import { useState } from 'react';
import { toastError } from '@/app/_ui/toast-error';
import type { Rate } from '@/lib/contracts/rate';
import { useRemoveRate, useSaveRate } from './use-rates';

/** Takes a rate out of its history. The way back stands with the history: a toast is out of reach of a dialog. */
export function useUndoableRemoval() {
  const [removed, setRemoved] = useState<Rate | null>(null);
  const { mutateAsync: removeRate } = useRemoveRate();
  const { mutateAsync: saveRate } = useSaveRate();

  async function remove(rate: Rate) {
    try {
      await removeRate(rate.id);
      setRemoved(rate);
    } catch (error) {
      toastError('The rate could not be removed.', error);
    }
  }
  async function putBack({ kind, subjectId, amount, effectiveFrom }: Rate) {
    try {
      await saveRate({ kind, ...(kind !== 'installation' && { subjectId }), amount, effectiveFrom });
      setRemoved(null);
    } catch (error) {
      toastError('The rate could not be put back.', error);
    }
  }
  return { removed, remove, putBack };
}
