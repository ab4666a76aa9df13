import { z } from 'zod';
import { exampleMoney } from '@/app/_ui/editable-money';
import { parseMoney } from '@/app/_ui/parse-money';
import { day } from '@/lib/contracts/common';
import { type RateInput, rateInput } from '@/lib/contracts/rate';
import type { Currency } from '@/lib/kit/format-money';
import type { RateSubject } from './rate-subject';

/** What the form asks: an amount as it is typed, or that there is none any more. */
export function rateForm(money: Currency) {
  return z
    .object({
      amount: z.string(),
      endsRate: z.boolean(),
      effectiveFrom: z.string().refine((text) => day.safeParse(text).success, 'Choose a day.'),
      applyToExisting: z.boolean(),
    })
    .transform(({ endsRate, amount, ...rest }, context) => {
      if (endsRate) return { ...rest, amount: null };
      const minorUnits = parseMoney(amount, money);
      const message = minorUnits === null ? `Enter an amount, like ${exampleMoney(money)}.` : amountProblem(minorUnits);
      if (message !== undefined) context.addIssue({ code: 'custom', path: ['amount'], message });
      return { ...rest, amount: minorUnits };
    });
}
export type RateFields = z.input<ReturnType<typeof rateForm>>;
export type RateValues = z.output<ReturnType<typeof rateForm>>;

function amountProblem(minorUnits: number): string | undefined {
  return rateInput.shape.amount.safeParse(minorUnits).error?.issues[0]?.message;
}

export function rateInputOf({ kind, subjectId }: RateSubject, values: RateValues): RateInput {
  return { kind, ...(subjectId === null ? {} : { subjectId }), ...values };
}
