'use client';

import { Controller, useForm } from 'react-hook-form';
import { Button } from '@/app/_ui/button';
import { Callout } from '@/app/_ui/callout';
import { Checkbox } from '@/app/_ui/checkbox';
import { FormError } from '@/app/_ui/form-error';
import { lateResolver } from '@/lib/browser/late-resolver';
import { showFormErrors } from '@/lib/browser/show-form-errors';
import type { Installation } from '@/lib/contracts/installation';
import { formatMoney } from '@/lib/kit/format-money';
import { CurrencyField } from './currency-field';
import { digitsOf } from './currency-options';
import { useSaveInstallation } from './use-save-installation';

const resolver = lateResolver(async () => {
  const { installationChange } = await import('@/lib/contracts/installation');
  return installationChange.pick({ currency: true, membersSeeMoney: true }).required();
});

const example = 10_000;

const fieldsOf = ({ currency, membersSeeMoney }: Installation) => ({ currency, membersSeeMoney });

export function MoneyForm({ installation }: { installation: Installation }) {
  const form = useForm({ resolver, defaultValues: fieldsOf(installation) });
  const save = useSaveInstallation();
  const { errors, isDirty } = form.formState;
  const currency = form.watch('currency');

  const submit = form.handleSubmit((values) =>
    save.mutate(values, {
      onSuccess: (saved) => form.reset(fieldsOf(saved)),
      onError: (error) => showFormErrors(form, error),
    }),
  );
  return (
    <form noValidate onSubmit={submit} className="grid max-w-md grid-cols-1 gap-4">
      <FormError message={errors.root?.['server']?.message} />
      <Controller
        control={form.control}
        name="currency"
        render={({ field, fieldState }) => (
          <CurrencyField value={field.value} onChange={field.onChange} error={fieldState.error?.message} />
        )}
      />
      {currency !== installation.currency && (
        <Callout tone="warning" live>
          Amounts are not converted: {formatMoney(example, installation)} becomes{' '}
          {formatMoney(example, { currency, currencyDigits: digitsOf(currency) })}. Set rates and budgets anew after the
          change.
        </Callout>
      )}
      <Controller
        control={form.control}
        name="membersSeeMoney"
        render={({ field }) => (
          <Checkbox
            label="Members see money"
            hint="Rates of tasks and projects, their own rate, and what their time costs. Admins always do."
            checked={field.value}
            onCheckedChange={field.onChange}
          />
        )}
      />
      <div>
        <Button type="submit" variant="primary" loading={save.isPending} aria-disabled={!isDirty}>
          Save money settings
        </Button>
      </div>
    </form>
  );
}
