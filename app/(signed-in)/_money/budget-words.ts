import type { ProjectBudget } from '@/lib/contracts/project';
import { type Currency, formatMoney } from '@/lib/kit/format-money';
import { formatDuration } from '@/lib/time/format-duration';

/** `money`: null while it is not known; then a budget in money is told as a share alone. */
export function budgetAmount(kind: ProjectBudget['kind'], amount: number, money: Currency | null): string {
  if (kind === 'hours') return `${formatDuration(amount)} h`;
  return money === null ? '' : formatMoney(amount, money);
}

/** "84:30 of 120:00 h" */
export function budgetUse({ kind, used, amount }: ProjectBudget, money: Currency | null): string {
  if (kind === 'hours') return `${formatDuration(used)} of ${formatDuration(amount)} h`;
  return money === null ? '' : `${formatMoney(used, money)} of ${formatMoney(amount, money)}`;
}

/** Whole percents, never more than are used: 79.9 % is not a warning yet. */
export function budgetPercent({ used, amount }: ProjectBudget): number {
  return Math.floor((used * 100) / amount);
}

/** "35:30 h left", "4:30 h over" */
export function budgetRest({ kind, used, amount }: ProjectBudget, money: Currency | null): string {
  const rest = budgetAmount(kind, Math.abs(amount - used), money);
  if (rest === '') return '';
  return used > amount ? `${rest} over` : used === amount ? 'used up' : `${rest} left`;
}
