'use client';

import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { Button } from '@/app/_ui/button';
import { Field } from '@/app/_ui/field';
import { FormError } from '@/app/_ui/form-error';
import { PasswordInput } from '@/app/_ui/password-input';
import { toast } from '@/app/_ui/toast';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { api } from '@/lib/browser/api';
import { lateResolver } from '@/lib/browser/late-resolver';
import { showFormErrors } from '@/lib/browser/show-form-errors';
import { useIsAwake } from '@/lib/browser/use-is-awake';
import type { PasswordChangeInput } from '@/lib/contracts/person';

const resolver = lateResolver(async () => (await import('@/lib/contracts/person')).passwordChangeInput);

export function PasswordForm() {
  const { email } = usePerson();
  const form = useForm({
    resolver,
    defaultValues: { currentPassword: '', newPassword: '' },
  });
  const change = useMutation({
    mutationFn: (input: PasswordChangeInput) => api.post('/api/v1/me/password', input),
    onSuccess: () => {
      form.reset();
      toast.success('Password changed.', { description: 'Your other sessions are signed out.' });
    },
    onError: (error) => showFormErrors(form, error),
  });
  const { errors } = form.formState;
  // The browser's own submit would lose what has been typed.
  const isAwake = useIsAwake();

  return (
    <form
      method="post"
      noValidate
      onSubmit={form.handleSubmit((input) => change.mutate(input))}
      className="grid max-w-md grid-cols-1 gap-4"
    >
      <FormError message={errors.root?.['server']?.message} />
      {/* Tells a password manager whose password changes. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field label="Current password" error={errors.currentPassword?.message}>
        <PasswordInput {...form.register('currentPassword')} what="current password" autoComplete="current-password" />
      </Field>
      <Field
        label="New password"
        error={errors.newPassword?.message}
        hint={errors.newPassword ? null : 'At least 10 characters.'}
      >
        <PasswordInput {...form.register('newPassword')} what="new password" autoComplete="new-password" />
      </Field>
      <div>
        <Button
          type="submit"
          variant="primary"
          loading={change.isPending}
          disabled={!isAwake}
          className="disabled:opacity-100"
        >
          Change password
        </Button>
      </div>
    </form>
  );
}
