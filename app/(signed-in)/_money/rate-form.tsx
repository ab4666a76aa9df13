'use client';

import { Controller } from 'react-hook-form';
import { Checkbox } from '@/app/_ui/checkbox';
import { exampleMoney } from '@/app/_ui/editable-money';
import { Field } from '@/app/_ui/field';
import { FormError } from '@/app/_ui/form-error';
import { Input } from '@/app/_ui/input';
import type { Currency } from '@/lib/kit/format-money';
import type { RateSubject } from './rate-subject';
import { rateName, withoutRate } from './rate-words';
import type { useRateForm } from './use-rate-form';
import { useRates } from './use-rates';

type RateFormProps = {
  id: string;
  state: ReturnType<typeof useRateForm>;
  subject: RateSubject;
  money: Currency;
};

/** `state` is of `useRateForm`; the dialog around it has the buttons. */
export function RateForm({ id, state: { form, submit }, subject, money }: RateFormProps) {
  const { errors } = form.formState;
  const [endsRate, effectiveFrom] = form.watch(['endsRate', 'effectiveFrom']);
  const { data } = useRates(subject.kind, subject.subjectId);
  const replaced = data?.items.find((rate) => rate.effectiveFrom === effectiveFrom);
  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-4">
      <FormError message={errors.root?.['server']?.message} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={`Rate an hour, in ${money.currency}`} error={errors.amount?.message}>
          <Input
            {...form.register('amount')}
            disabled={endsRate}
            autoFocus
            inputMode="decimal"
            autoComplete="off"
            placeholder={exampleMoney(money)}
            className="figures"
          />
        </Field>
        <Field
          label="From"
          error={errors.effectiveFrom?.message}
          hint={replaced && `Replaces “${rateName(replaced.amount, replaced.kind, money)}”.`}
        >
          <Input type="date" {...form.register('effectiveFrom')} />
        </Field>
      </div>
      {(data?.items.length ?? 0) > 0 && (
        <Choice
          form={form}
          name="endsRate"
          label={subject.kind === 'installation' ? 'No rate from this day' : 'No rate of its own from this day'}
          hint={`${withoutRate[subject.kind]} from then on.`}
        />
      )}
      <Choice
        form={form}
        name="applyToExisting"
        label="Also change time since then"
        hint="Otherwise time that is there keeps its rate. Locked days, and time with a nearer rate, stay in either case."
      />
    </form>
  );
}

type ChoiceProps = {
  form: RateFormProps['state']['form'];
  name: 'endsRate' | 'applyToExisting';
  label: string;
  hint: string;
};

function Choice({ form, name, label, hint }: ChoiceProps) {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field }) => (
        <Checkbox
          label={label}
          hint={hint}
          checked={field.value}
          onCheckedChange={field.onChange}
          onBlur={field.onBlur}
        />
      )}
    />
  );
}
