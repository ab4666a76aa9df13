'use client';

import { TriangleAlert } from 'lucide-react';
import { cn } from '@/app/_ui/cn';
import type { ProjectBudget } from '@/lib/contracts/project';
import { budgetPercent, budgetRest, budgetUse } from './budget-words';
import { useMoney } from './use-installation';

type BudgetBarProps = {
  budget: ProjectBudget;
  /** Whose budget it is, for screen readers. */
  label: string;
  /** Bar and share alone, for a cell of a table. */
  compact?: boolean;
  className?: string | undefined;
};

const looks = {
  ok: { bar: 'bg-accent', text: 'text-muted', warning: null },
  near: { bar: 'bg-warning', text: 'text-warning', warning: 'Near its end' },
  over: { bar: 'bg-danger', text: 'text-danger', warning: 'Used up' },
};

/** What is used of a budget; from 80 % and from 100 % on it warns, in colour, sign and words. */
export function BudgetBar({ budget, label, compact = false, className }: BudgetBarProps) {
  const money = useMoney();
  const { bar, text, warning } = looks[budget.level];
  const percent = budgetPercent(budget);
  const words = [budgetUse(budget, money), `${percent}%`, budgetRest(budget, money)].filter(Boolean);
  const share = (
    <span className={cn('figures inline-flex shrink-0 items-center gap-1', text)}>
      {warning && <TriangleAlert aria-hidden className="size-3.5" />}
      {percent}%{!compact && words[2] && ` · ${words[2]}`}
    </span>
  );
  return (
    <div
      className={cn(
        'min-w-0 text-xs',
        compact ? 'relative flex items-center gap-2' : 'relative flex flex-col gap-1.5',
        className,
      )}
      title={compact ? words.join(', ') : undefined}
    >
      {!compact && (
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="figures text-ink text-sm">{words[0]}</span>
          {share}
        </div>
      )}
      <meter
        aria-label={label}
        aria-valuetext={[...words, warning].filter(Boolean).join(', ')}
        value={Math.min(100, percent)}
        max={100}
        className="sr-only"
      />
      <div aria-hidden className={cn('h-1.5 overflow-hidden rounded-full bg-selected', compact && 'min-w-12 flex-1')}>
        <div className={cn('h-full rounded-full', bar)} style={{ width: `${Math.min(100, percent)}%` }} />
      </div>
      {compact && share}
    </div>
  );
}
