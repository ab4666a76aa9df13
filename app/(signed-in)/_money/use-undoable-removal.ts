'use client';

import { toast } from '@/app/_ui/toast';
import { toastError } from '@/app/_ui/toast-error';
import { toastUndo } from '@/app/_ui/toast-undo';
import type { Rate } from '@/lib/contracts/rate';
import { useRemoveRate, useSaveRate } from './use-rates';

/** Takes a rate out of its history, and puts it back on demand. With the last one its table goes, so it waits by itself. */
export function useUndoableRemoval(): (rate: Rate) => Promise<void> {
  const remove = useRemoveRate();
  const save = useSaveRate();

  async function putBack({ kind, subjectId, amount, effectiveFrom }: Rate) {
    try {
      await save.mutateAsync({ kind, ...(kind !== 'installation' && { subjectId }), amount, effectiveFrom });
      toast('Rate put back.');
    } catch (error) {
      toastError('The rate could not be put back.', error);
    }
  }
  return async (rate) => {
    try {
      await remove.mutateAsync(rate.id);
      toastUndo('Rate removed. Time that has it keeps it.', () => putBack(rate));
    } catch (error) {
      toastError('The rate could not be removed.', error);
    }
  };
}
