'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { Checkbox } from '@/app/_ui/checkbox';
import { Field } from '@/app/_ui/field';
import { FormError } from '@/app/_ui/form-error';
import { Input } from '@/app/_ui/input';
import { Select } from '@/app/_ui/select';
import { useTimeZone } from '@/app/_ui/time-zone-context';
import { dayIn } from '@/app/(signed-in)/tasks/day-in';
import { showFormErrors } from '@/lib/browser/show-form-errors';
import type { NewReportShare, ReportQuery } from '@/lib/contracts/report';
import { asShareInput, expiryOptions, type ShareFields, shareFields } from './share-fields';
import { useShareReport } from './use-report-shares';

const defaultValues: ShareFields = { name: '', showsMoney: false, expiry: '30', lastDay: '' };

type ShareFormProps = {
  id: string;
  query: ReportQuery;
  seesMoney: boolean;
  onSaving: (isSaving: boolean) => void;
  onCreated: (share: NewReportShare) => void;
};

export function ShareForm({ id, query, seesMoney, onSaving, onCreated }: ShareFormProps) {
  const form = useForm({ resolver: zodResolver(shareFields), defaultValues });
  const expiry = useWatch({ control: form.control, name: 'expiry' });
  const timeZone = useTimeZone();
  const share = useShareReport();
  const { errors } = form.formState;

  const submit = form.handleSubmit((fields) => {
    onSaving(true);
    share.mutate(asShareInput(fields, query, { now: Date.now(), timeZone }), {
      onSuccess: onCreated,
      onError: (error) => showFormErrors(form, error),
      onSettled: () => onSaving(false),
    });
  });
  return (
    <form id={id} noValidate onSubmit={submit} className="grid grid-cols-1 gap-4">
      <FormError message={errors.root?.['server']?.message} />
      <Field label="Name" error={errors.name?.message} hint="Stands above the report.">
        <Input {...form.register('name')} autoComplete="off" maxLength={80} />
      </Field>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <Controller
          control={form.control}
          name="expiry"
          render={({ field }) => (
            <Field label="Expires">
              <Select options={expiryOptions} value={field.value} onChange={field.onChange} />
            </Field>
          )}
        />
        {expiry === 'date' && (
          <Field label="Last day" error={errors.lastDay?.message}>
            <Input type="date" min={dayIn(timeZone, Date.now())} {...form.register('lastDay')} />
          </Field>
        )}
      </div>
      {seesMoney && (
        <Controller
          control={form.control}
          name="showsMoney"
          render={({ field }) => (
            <Checkbox checked={field.value} onCheckedChange={field.onChange} label="Show amounts" />
          )}
        />
      )}
    </form>
  );
}
