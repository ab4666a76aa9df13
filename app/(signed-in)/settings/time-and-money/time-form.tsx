'use client';

import { Controller, useForm } from 'react-hook-form';
import { Button } from '@/app/_ui/button';
import { Checkbox } from '@/app/_ui/checkbox';
import { Field } from '@/app/_ui/field';
import { FormError } from '@/app/_ui/form-error';
import { Input } from '@/app/_ui/input';
import { lateResolver } from '@/lib/browser/late-resolver';
import { showFormErrors } from '@/lib/browser/show-form-errors';
import type { Installation } from '@/lib/contracts/installation';
import { RoundingFields } from './rounding-fields';
import { changeOf, fieldsOf, type TimeFields } from './time-fields';
import { useSaveInstallation } from './use-save-installation';

const resolver = lateResolver(async () => (await import('./time-schema')).timeSchema);

export function TimeForm({ installation }: { installation: Installation }) {
  const form = useForm<TimeFields>({ resolver, defaultValues: fieldsOf(installation) });
  const save = useSaveInstallation();
  const { errors, isDirty } = form.formState;

  const submit = form.handleSubmit((fields) =>
    save.mutate(changeOf(fields), {
      onSuccess: (saved) => form.reset(fieldsOf(saved)),
      onError: (error) => showFormErrors(form, error),
    }),
  );
  return (
    <form noValidate onSubmit={submit} className="grid max-w-md grid-cols-1 gap-6">
      <FormError message={errors.root?.['server']?.message} />
      <RoundingFields form={form} />
      <Controller
        control={form.control}
        name="refusesOverlaps"
        render={({ field }) => (
          <Checkbox
            label="Refuse overlapping time"
            hint="Otherwise entries of one person may overlap, and are marked where they do."
            checked={field.value}
            onCheckedChange={field.onChange}
          />
        )}
      />
      <Field
        label="Lock days before"
        optional
        error={errors.lockBefore?.message}
        hint="On locked days only admins add, change or delete time. Leave it empty to lock nothing."
      >
        <Input type="date" {...form.register('lockBefore')} className="max-w-44" />
      </Field>
      <div>
        <Button type="submit" variant="primary" loading={save.isPending} aria-disabled={!isDirty}>
          Save time settings
        </Button>
      </div>
    </form>
  );
}
