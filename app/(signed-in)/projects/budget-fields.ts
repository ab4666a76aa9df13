import { z } from 'zod';
import { editableMoney, exampleMoney } from '@/app/_ui/editable-money';
import { parseMoney } from '@/app/_ui/parse-money';
import { type BudgetInput, type ProjectBudget, projectChange } from '@/lib/contracts/project';
import type { Currency } from '@/lib/kit/format-money';
import { formatExactDuration, readDuration } from '@/lib/time/duration';

const longestSeconds = 2_000_000_000;

/** A budget as it is typed: hours or an amount. */
export function budgetForm(money: Currency) {
  return z.object({ kind: z.enum(['hours', 'money']), amount: z.string() }).transform(({ kind, amount }, context) => {
    const read = kind === 'hours' ? readDuration(amount, { longestSeconds }).seconds : parseMoney(amount, money);
    const example = kind === 'hours' ? '120 or 37:30' : exampleMoney(money);
    const what = kind === 'hours' ? 'hours' : 'an amount';
    const message = read === null ? `Enter ${what}, like ${example}.` : problemOf({ kind, amount: read });
    if (message !== undefined) context.addIssue({ code: 'custom', path: ['amount'], message });
    return { kind, amount: read ?? 0 };
  });
}
export type BudgetFields = z.input<ReturnType<typeof budgetForm>>;

function problemOf(budget: BudgetInput): string | undefined {
  return projectChange.shape.budget.safeParse(budget).error?.issues[0]?.message;
}

export function budgetFieldsOf(budget: ProjectBudget | null, money: Currency): BudgetFields {
  if (budget === null) return { kind: 'hours', amount: '' };
  const { kind, amount } = budget;
  return { kind, amount: kind === 'hours' ? formatExactDuration(amount) : editableMoney(amount, money) };
}
