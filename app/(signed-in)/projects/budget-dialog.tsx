'use client';

import { late } from '@/app/_ui/late';
import { useLate } from '@/app/_ui/use-late';
import { useMoney } from '@/app/(signed-in)/_money/use-installation';
import type { Project } from '@/lib/contracts/project';

const openBudgetDialog = late(async () => (await import('./open-budget-dialog')).OpenBudgetDialog);

type BudgetDialogProps = { project: Project; open: boolean; onOpenChange: (open: boolean) => void };

/** Admins only. */
export function BudgetDialog({ project, open, onOpenChange }: BudgetDialogProps) {
  const money = useMoney();
  const OpenBudgetDialog = useLate(openBudgetDialog, open);
  return (
    OpenBudgetDialog &&
    open &&
    money && <OpenBudgetDialog project={project} money={money} onClose={() => onOpenChange(false)} />
  );
}
