import { describe, expect, it } from 'vitest';
import { budgetPercent, budgetRest, budgetUse } from '@/app/(signed-in)/_money/budget-words';
import { budgetFieldsOf, budgetForm } from '@/app/(signed-in)/projects/budget-fields';
import type { ProjectBudget } from '@/lib/contracts/project';

const eur = { currency: 'EUR', currencyDigits: 2 };
const hours = (amount: number, used: number): ProjectBudget => ({ kind: 'hours', amount, used, level: 'ok' });
const cents = (amount: number, used: number): ProjectBudget => ({ kind: 'money', amount, used, level: 'ok' });

describe('a budget in words', () => {
  it.each([
    [hours(432_000, 304_200), '84:30 of 120:00 h', '35:30 h left', 70],
    [hours(3_600, 3_600), '1:00 of 1:00 h', 'used up', 100],
    [hours(3_600, 5_400), '1:30 of 1:00 h', '0:30 h over', 150],
    [cents(100_000, 79_999), '€799.99 of €1,000.00', '€200.01 left', 79],
    [cents(100_000, 100_001), '€1,000.01 of €1,000.00', '€0.01 over', 100],
  ])('%o', (budget, use, rest, percent) => {
    expect([budgetUse(budget, eur), budgetRest(budget, eur), budgetPercent(budget)]).toEqual([use, rest, percent]);
  });

  it('tells only the share of money while the currency is not known', () => {
    expect([budgetUse(cents(100, 50), null), budgetRest(cents(100, 50), null)]).toEqual(['', '']);
  });
});

describe('a budget as it is typed', () => {
  const read = (kind: 'hours' | 'money', amount: string) => budgetForm(eur).safeParse({ kind, amount });

  it.each([
    ['hours', '120', 432_000],
    ['hours', '37:30', 135_000],
    ['hours', '1,5', 5_400],
    ['hours', '90m', 5_400],
    ['money', '1,250.50', 125_050],
    ['money', '85', 8_500],
  ] as const)('in %s: %s', (kind, text, amount) => {
    expect(read(kind, text).data).toEqual({ kind, amount });
    const again = budgetFieldsOf({ kind, amount, used: 0, level: 'ok' }, eur);
    expect(budgetForm(eur).parse(again)).toEqual({ kind, amount });
  });

  it.each([
    ['hours', '', 'Enter hours, like 120 or 37:30.'],
    ['hours', '0', 'Enter hours, like 120 or 37:30.'],
    ['hours', 'many', 'Enter hours, like 120 or 37:30.'],
    ['money', '', 'Enter an amount, like 85.50.'],
    ['money', '0', 'Enter a budget.'],
    ['money', '1.250', 'Enter an amount, like 85.50.'],
    ['money', '99,000,000', 'This is too much.'],
  ] as const)('in %s: %j is refused', (kind, text, message) => {
    expect(read(kind, text).error?.issues).toMatchObject([{ path: ['amount'], message }]);
  });
});
