'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, useForm } from 'react-hook-form';
import { Field } from '@/app/_ui/field';
import { FormError } from '@/app/_ui/form-error';
import { Input } from '@/app/_ui/input';
import { RadioCards } from '@/app/_ui/radio-cards';
import { Select } from '@/app/_ui/select';
import { showFormErrors } from '@/lib/browser/show-form-errors';
import type { NewApiToken } from '@/lib/contracts/token';
import { asTokenInput, expiryOptions, type TokenFields, tokenFields } from './token-fields';
import { useCreateToken } from './use-tokens';

const scopes = [
  { value: 'read', label: 'Read', description: 'Sees what you see, changes nothing.' },
  { value: 'write', label: 'Read and write', description: 'May do what you may do.' },
] as const;
const defaultValues: TokenFields = { name: '', scope: 'read', expiry: '90' };

type CreateTokenFormProps = {
  id: string;
  onSaving: (isSaving: boolean) => void;
  onCreated: (token: NewApiToken) => void;
};

export function CreateTokenForm({ id, onSaving, onCreated }: CreateTokenFormProps) {
  const form = useForm({ resolver: zodResolver(tokenFields), defaultValues });
  const { errors } = form.formState;
  const create = useCreateToken();

  const submit = form.handleSubmit((fields) => {
    onSaving(true);
    create.mutate(asTokenInput(fields, Date.now()), {
      onSuccess: onCreated,
      onError: (error) => showFormErrors(form, error),
      onSettled: () => onSaving(false),
    });
  });

  return (
    <form id={id} noValidate onSubmit={submit} className="grid grid-cols-1 gap-4">
      <FormError message={errors.root?.['server']?.message} />
      <Field label="Name" error={errors.name?.message} hint="What uses it, like “Weekly report”.">
        <Input {...form.register('name')} autoComplete="off" maxLength={60} />
      </Field>
      <Controller
        control={form.control}
        name="scope"
        render={({ field }) => (
          <div className="grid grid-cols-1 gap-1">
            <p aria-hidden className="font-medium text-ink text-sm">
              Scope
            </p>
            <RadioCards label="Scope" columns={2} options={scopes} value={field.value} onChange={field.onChange} />
          </div>
        )}
      />
      <Controller
        control={form.control}
        name="expiry"
        render={({ field, fieldState }) => (
          <Field label="Expires after" error={fieldState.error?.message}>
            <Select options={expiryOptions} value={field.value} onChange={field.onChange} />
          </Field>
        )}
      />
    </form>
  );
}
