'use client';

import { toast } from '@/app/_ui/toast';
import { toastError } from '@/app/_ui/toast-error';
import { toastUndo } from '@/app/_ui/toast-undo';
import type { Rate } from '@/lib/contracts/rate';
import { useRemoveRate, useSaveRate } from './use-rates';

/** Takes a rate out of its history, and puts it back on demand. */
export function useUndoableRemoval(): (rate: Rate) => void {
  const remove = useRemoveRate();
  const save = useSaveRate();

  function putBack({ kind, subjectId, amount, effectiveFrom }: Rate) {
    const subject = kind === 'installation' ? {} : { subjectId };
    save.mutate(
      { kind, ...subject, amount, effectiveFrom },
      {
        onSuccess: () => toast('Rate put back.'),
        onError: (error) => toastError('The rate could not be put back.', error),
      },
    );
  }
  return (rate) =>
    remove.mutate(rate.id, {
      onSuccess: () => toastUndo('Rate removed. Time that has it keeps it.', () => putBack(rate)),
      onError: (error) => toastError('The rate could not be removed.', error),
    });
}
