'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { useToday } from '@/app/(signed-in)/_entries/use-today';
import { showFormErrors } from '@/lib/browser/show-form-errors';
import type { RateSaved } from '@/lib/contracts/rate';
import type { Currency } from '@/lib/kit/format-money';
import { type RateFields, type RateValues, rateForm, rateInputOf } from './rate-form-values';
import type { RateSubject } from './rate-subject';
import { useSaveRate } from './use-rates';

type Options = { subject: RateSubject; money: Currency; onSaved: (saved: RateSaved) => void };

export function useRateForm({ subject, money, onSaved }: Options) {
  const today = useToday();
  const resolver = useMemo(() => zodResolver(rateForm(money)), [money]);
  const form = useForm<RateFields, unknown, RateValues>({
    resolver,
    defaultValues: { amount: '', endsRate: false, effectiveFrom: today, applyToExisting: false },
  });
  const save = useSaveRate();
  const submit = form.handleSubmit((values) =>
    save.mutate(rateInputOf(subject, values), {
      onSuccess: onSaved,
      onError: (error) => showFormErrors(form, error),
    }),
  );
  return { form, submit, isSaving: save.isPending };
}
