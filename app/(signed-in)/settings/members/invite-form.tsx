'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, useForm } from 'react-hook-form';
import { Field } from '@/app/_ui/field';
import { FormError } from '@/app/_ui/form-error';
import { Input } from '@/app/_ui/input';
import { RadioCards } from '@/app/_ui/radio-cards';
import { showFormErrors } from '@/lib/browser/show-form-errors';
import { inviteInput, type NewAccessLink, type Role } from '@/lib/contracts/person';
import { useInvite } from './use-invites';

const roles: readonly { value: Role; label: string; description: string }[] = [
  { value: 'member', label: 'Member', description: 'Tracks time on tasks.' },
  { value: 'admin', label: 'Admin', description: 'Also connects Linear and manages members.' },
];

type InviteFormProps = {
  id: string;
  onSaving: (isSaving: boolean) => void;
  onInvited: (link: NewAccessLink) => void;
};

export function InviteForm({ id, onSaving, onInvited }: InviteFormProps) {
  const form = useForm({ resolver: zodResolver(inviteInput), defaultValues: { email: '', role: 'member' } });
  const { errors } = form.formState;
  const invite = useInvite();

  const submit = form.handleSubmit((input) => {
    onSaving(true);
    invite.mutate(input, {
      onSuccess: onInvited,
      onError: (error) => showFormErrors(form, error),
      onSettled: () => onSaving(false),
    });
  });

  return (
    <form id={id} noValidate onSubmit={submit} className="grid grid-cols-1 gap-4">
      <FormError message={errors.root?.['server']?.message} />
      <Field label="E-mail" error={errors.email?.message} hint="They sign in with it. Use the one that Linear knows.">
        <Input {...form.register('email')} type="email" autoComplete="off" />
      </Field>
      <Controller
        control={form.control}
        name="role"
        render={({ field }) => (
          <div className="grid grid-cols-1 gap-1">
            <p aria-hidden className="font-medium text-ink text-sm">
              Role
            </p>
            <RadioCards label="Role" columns={2} options={roles} value={field.value} onChange={field.onChange} />
          </div>
        )}
      />
    </form>
  );
}
