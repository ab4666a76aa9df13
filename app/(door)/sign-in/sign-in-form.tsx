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

const resolver = lateResolver(async () => (await import('./credentials')).credentials);

export function SignInForm({ goesTo }: { goesTo: string }) {
  // No default values: what a password manager or a quick hand filled in before React woke up is kept.
  const form = useForm({ resolver });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    try {
      await api.post('/api/auth/sign-in/email', values);
      // A full load, so that the whole app starts as this person.
      window.location.assign(goesTo);
    } catch (error) {
      showFormErrors(form, error);
    }
  });

  return (
    <form method="post" noValidate onSubmit={submit} className="grid grid-cols-1 gap-4">
      <FormError message={errors.root?.['server']?.message} />
      <Field label="E-mail" error={errors.email?.message}>
        <Input {...form.register('email')} type="email" autoComplete="username" autoFocus />
      </Field>
      <Field label="Password" error={errors.password?.message}>
        <PasswordInput {...form.register('password')} autoComplete="current-password" />
      </Field>
      <DoorButton loading={isSubmitting || isSubmitSuccessful}>Sign in</DoorButton>
    </form>
  );
}
