import { describe, expect, it, test } from 'vitest';
import { rateForm, rateInputOf } from '@/app/(signed-in)/_money/rate-form-values';
import { rateOn } from '@/app/(signed-in)/_money/rate-subject';
import { rateName } from '@/app/(signed-in)/_money/rate-words';
import { rateInput } from '@/lib/contracts/rate';

const jpy = { currency: 'JPY', currencyDigits: 0 };
const kwd = { currency: 'KWD', currencyDigits: 3 };
const typed = { amount: '85', endsRate: false, effectiveFrom: '2026-11-21', applyToExisting: true };

describe('a rate as it is typed', () => {
  it('becomes what the API takes', () => {
    const values = rateForm(kwd).parse({ ...typed, amount: '85.5' });
    const input = rateInputOf({ kind: 'task', subjectId: 'task-1', name: 'ENG-42' }, values);
    expect(rateInput.parse(input)).toEqual({
      kind: 'task',
      subjectId: 'task-1',
      amount: 85_500,
      effectiveFrom: '2026-11-21',
      applyToExisting: true,
    });
    const own = rateInputOf({ kind: 'installation', subjectId: null, name: '' }, values);
    expect(rateInput.parse(own).subjectId).toBeUndefined();
  });

  it('has no amount when there is to be none, whatever is in the field', () => {
    expect(rateForm(jpy).parse({ ...typed, amount: 'x', endsRate: true }).amount).toBeNull();
  });

  it.each([
    [{ amount: '' }, 'amount', 'Enter an amount, like 85.'],
    [{ amount: '85.5' }, 'amount', 'Enter an amount, like 85.'],
    [{ amount: '-5' }, 'amount', 'Enter an amount, like 85.'],
    [{ amount: '200000000' }, 'amount', 'This is too much.'],
    [{ effectiveFrom: '' }, 'effectiveFrom', 'Choose a day.'],
    [{ effectiveFrom: '2026-02-30' }, 'effectiveFrom', 'Choose a day.'],
  ])('is refused at its field: %o', (change, path, message) => {
    const { error } = rateForm(jpy).safeParse({ ...typed, ...change });
    expect(error?.issues).toMatchObject([{ path: [path], message }]);
  });
});

test('of a history, the rate of a day is the last that has begun', () => {
  const rate = (effectiveFrom: string, amount: number | null) => {
    const whose = { id: effectiveFrom, kind: 'person', subjectId: 'ada', createdBy: 'Ada' } as const;
    return { ...whose, amount, effectiveFrom, createdAt: '2026-01-01T00:00:00.000Z' };
  };
  const history = [rate('2026-12-01', 9_000), rate('2026-06-01', null), rate('2026-01-01', 8_000)];
  expect(rateOn(history, '2026-11-30')?.amount).toBeNull();
  expect(rateOn(history, '2026-12-01')?.amount).toBe(9_000);
  expect(rateOn(history, '2025-12-31')).toBeUndefined();
  expect(rateName(null, 'task', jpy)).toBe('As the project');
  expect(rateName(9_000, 'task', jpy)).toBe('¥9,000 an hour');
});
