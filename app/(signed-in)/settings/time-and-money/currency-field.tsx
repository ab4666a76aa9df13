'use client';

import { useMemo } from 'react';
import { Combobox } from '@/app/_ui/combobox';
import { Field } from '@/app/_ui/field';
import { listCurrencies } from './currency-options';

type CurrencyFieldProps = { value: string; onChange: (currency: string) => void; error: string | undefined };

export function CurrencyField({ value, onChange, error }: CurrencyFieldProps) {
  const options = useMemo(() => listCurrencies(value), [value]);
  return (
    <Field label="Currency" error={error}>
      <Combobox options={options} value={value} onChange={onChange} searchLabel="Find a currency" />
    </Field>
  );
}
