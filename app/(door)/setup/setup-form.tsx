'use client';

import Link from 'next/link';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Callout } from '@/app/_ui/callout';
import { Field } from '@/app/_ui/field';
import { FormError } from '@/app/_ui/form-error';
import { Input } from '@/app/_ui/input';
import { PasswordInput } from '@/app/_ui/password-input';
import { DoorButton } from '@/app/(door)/_parts/door-button';
import { api } from '@/lib/browser/api';
import { ApiError } from '@/lib/browser/api-error';
import { lateResolver } from '@/lib/browser/late-resolver';
import { showFormErrors } from '@/lib/browser/show-form-errors';
import type { Me } from '@/lib/contracts/person';
import { localTimeZone } from '@/lib/time/local-time-zone';

const resolver = lateResolver(async () => (await import('./setup-fields')).setupFields);

export function SetupForm() {
  const form = useForm({ resolver });
  const [isTaken, setIsTaken] = useState(false);
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    try {
      await api.post<Me>('/api/v1/setup', { ...values, timeZone: localTimeZone() });
      // Connecting Linear is what they came for.
      window.location.assign('/connections/new');
    } catch (error) {
      setIsTaken(error instanceof ApiError && error.code === 'already_set_up');
      showFormErrors(form, error);
    }
  });

  return (
    <form method="post" noValidate onSubmit={submit} className="grid grid-cols-1 gap-4">
      {isTaken ? <AlreadySetUp /> : <FormError message={errors.root?.['server']?.message} />}
      <Field label="Name" error={errors.name?.message}>
        <Input {...form.register('name')} autoComplete="name" autoFocus />
      </Field>
      <Field label="E-mail" error={errors.email?.message} hint="You sign in with it. Use the one that Linear knows.">
        <Input {...form.register('email')} type="email" autoComplete="username" />
      </Field>
      <Field
        label="Password"
        error={errors.password?.message}
        hint={errors.password ? null : 'At least 10 characters.'}
      >
        <PasswordInput {...form.register('password')} autoComplete="new-password" />
      </Field>
      <DoorButton loading={isSubmitting || isSubmitSuccessful}>Make the account</DoorButton>
    </form>
  );
}

function AlreadySetUp() {
  return (
    <Callout tone="danger" live>
      Somebody has set up this Trackline already.{' '}
      <Link href="/sign-in" className="font-medium underline underline-offset-2">
        Sign in
      </Link>
      , or ask them for an invite link.
    </Callout>
  );
}
