'use client';

import { toastError } from '@/app/_ui/toast-error';
import { toastUndo } from '@/app/_ui/toast-undo';
import type { BudgetInput, Project } from '@/lib/contracts/project';
import { useSaveProject } from './use-save-project';

/** Takes the budget away, and brings it back on demand. Its dialog is closed by then, so it waits by itself. */
export function useRemoveBudget({ id: projectId, budget }: Project): () => Promise<void> {
  const { mutateAsync } = useSaveProject();

  async function set(next: BudgetInput | null, onDone?: () => void) {
    try {
      await mutateAsync({ projectId, change: { budget: next } });
      onDone?.();
    } catch (error) {
      toastError('The budget could not be changed.', error);
    }
  }
  return async () => {
    const before = budget && { kind: budget.kind, amount: budget.amount };
    await set(null, () => toastUndo('Budget removed.', () => set(before)));
  };
}
