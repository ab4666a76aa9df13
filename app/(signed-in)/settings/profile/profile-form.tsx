'use client';

import { Controller, type UseFormReturn, useForm } from 'react-hook-form';
import { Button } from '@/app/_ui/button';
import { Field } from '@/app/_ui/field';
import { FormError } from '@/app/_ui/form-error';
import { Input } from '@/app/_ui/input';
import { Select } from '@/app/_ui/select';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { lateResolver } from '@/lib/browser/late-resolver';
import { showFormErrors } from '@/lib/browser/show-form-errors';
import type { Me, ProfileInput } from '@/lib/contracts/person';
import { HoursField } from './hours-field';
import { TimeZoneField } from './time-zone-field';
import { useSaveProfile } from './use-save-profile';
import { WorkHoursFields } from './work-hours-fields';

const resolver = lateResolver(async () => (await import('@/lib/contracts/person')).profileInput.required());

// A Select speaks text only.
const weekStarts = [
  { value: '1', label: 'Monday', day: 1 },
  { value: '0', label: 'Sunday', day: 0 },
  { value: '6', label: 'Saturday', day: 6 },
] as const;

type Fields = Pick<Me, keyof ProfileInput>;

function fieldsOf({ id: _id, email: _email, role: _role, ...fields }: Me): Fields {
  return fields;
}

export function ProfileForm() {
  const person = usePerson();
  const form = useForm({ resolver, defaultValues: fieldsOf(person) });
  const save = useSaveProfile();
  const { errors, isDirty } = form.formState;

  const submit = form.handleSubmit((values) =>
    save.mutate(values, {
      onSuccess: (saved) => form.reset(fieldsOf(saved)),
      onError: (error) => showFormErrors(form, error),
    }),
  );

  return (
    <form noValidate onSubmit={submit} className="grid max-w-md grid-cols-1 gap-4">
      <FormError message={errors.root?.['server']?.message} />
      <Field label="Name" error={errors.name?.message}>
        <Input {...form.register('name')} autoComplete="name" />
      </Field>
      <Field label="E-mail" hint="You sign in with it, and it finds the Linear issues assigned to you.">
        <Input value={person.email} readOnly type="email" className="text-muted" />
      </Field>
      <Controller
        control={form.control}
        name="timeZone"
        render={({ field, fieldState }) => (
          <TimeZoneField value={field.value} onChange={field.onChange} error={fieldState.error?.message} />
        )}
      />
      <Controller
        control={form.control}
        name="weekStart"
        render={({ field, fieldState }) => (
          <Field label="First day of the week" error={fieldState.error?.message}>
            <Select
              options={weekStarts}
              value={weekStarts.find(({ day }) => day === field.value)?.value}
              onChange={(value) => field.onChange(weekStarts.find((each) => each.value === value)?.day)}
            />
          </Field>
        )}
      />
      <HoursFields form={form} />
      <WorkHoursFields form={form} />
      <div>
        <Button type="submit" variant="primary" loading={save.isPending} aria-disabled={!isDirty}>
          Save
        </Button>
      </div>
    </form>
  );
}

function HoursFields({ form: { control } }: { form: UseFormReturn<Fields> }) {
  return (
    <>
      <Controller
        control={control}
        name="weekTargetMinutes"
        render={({ field, fieldState }) => (
          <HoursField
            label="Weekly target"
            hint="Your week on the dashboard is measured by it. 0 for none."
            value={field.value}
            onChange={field.onChange}
            error={fieldState.error?.message}
          />
        )}
      />
      <Controller
        control={control}
        name="timerLimitMinutes"
        render={({ field, fieldState }) => (
          <HoursField
            label="Ask about a timer after"
            hint="A timer that runs this long asks if you are still working. With no answer for an hour it is stopped at this limit."
            value={field.value}
            onChange={field.onChange}
            error={fieldState.error?.message}
          />
        )}
      />
    </>
  );
}
