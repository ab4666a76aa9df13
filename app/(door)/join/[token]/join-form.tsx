'use client';

import { useForm } from 'react-hook-form';
import { Field } from '@/app/_ui/field';
import { FormError } from '@/app/_ui/form-error';
import { Input } from '@/app/_ui/input';
import { PasswordInput } from '@/app/_ui/password-input';
import { DoorButton } from '@/app/(door)/_parts/door-button';
import { api } from '@/lib/browser/api';
import { lateResolver } from '@/lib/browser/late-resolver';
import { showFormErrors } from '@/lib/browser/show-form-errors';
import type { Me } from '@/lib/contracts/person';
import { localTimeZone } from '@/lib/time/local-time-zone';
import { linkPath } from './use-link';

const resolver = lateResolver(async () => (await import('./link-fields')).joinFields);

export function JoinForm({ token, email }: { token: string; email: string }) {
  const form = useForm({ resolver });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    try {
      await api.post<Me>(`${linkPath(token)}/accept`, { ...values, timeZone: localTimeZone() });
      window.location.assign('/dashboard');
    } catch (error) {
      showFormErrors(form, error);
    }
  });

  return (
    <form method="post" noValidate onSubmit={submit} className="grid grid-cols-1 gap-4">
      <FormError message={errors.root?.['server']?.message} />
      <Field label="E-mail" hint="You sign in with it.">
        <Input value={email} readOnly type="email" autoComplete="username" className="text-muted" />
      </Field>
      <Field label="Name" error={errors.name?.message}>
        <Input {...form.register('name')} autoComplete="name" autoFocus />
      </Field>
      <Field
        label="Password"
        error={errors.password?.message}
        hint={errors.password ? null : 'At least 10 characters.'}
      >
        <PasswordInput {...form.register('password')} autoComplete="new-password" />
      </Field>
      <DoorButton loading={isSubmitting || isSubmitSuccessful}>Join</DoorButton>
    </form>
  );
}
