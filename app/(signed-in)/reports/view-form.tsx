'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { Field } from '@/app/_ui/field';
import { FormError } from '@/app/_ui/form-error';
import { Input } from '@/app/_ui/input';
import { toast } from '@/app/_ui/toast';
import { showFormErrors } from '@/lib/browser/show-form-errors';
import { type ReportView, reportViewInput } from '@/lib/contracts/report';
import { useChangeView, useSaveView } from './use-report-views';
import type { ViewAim } from './view-dialog';

type ViewFormProps = {
  id: string;
  aim: ViewAim;
  onSaving: (isSaving: boolean) => void;
  onSaved: (viewId: string) => void;
};

const fields = reportViewInput.pick({ name: true });

export function ViewForm({ id, aim, onSaving, onSaved }: ViewFormProps) {
  const form = useForm({
    resolver: zodResolver(fields),
    defaultValues: { name: aim.kind === 'rename' ? aim.view.name : '' },
  });
  const save = useSaveView();
  const change = useChangeView();
  const { errors } = form.formState;

  const submit = form.handleSubmit(({ name }) => {
    onSaving(true);
    const options = {
      onSuccess: (view: ReportView) => {
        toast.success(aim.kind === 'rename' ? 'View renamed.' : 'View saved.');
        onSaved(view.id);
      },
      onError: (error: Error) => showFormErrors(form, error),
      onSettled: () => onSaving(false),
    };
    if (aim.kind === 'rename') change.mutate({ id: aim.view.id, name }, options);
    else save.mutate({ name, query: aim.query }, options);
  });
  return (
    <form id={id} noValidate onSubmit={submit} className="grid grid-cols-1 gap-4">
      <FormError message={errors.root?.['server']?.message} />
      <Field label="Name" error={errors.name?.message}>
        <Input {...form.register('name')} autoComplete="off" maxLength={80} />
      </Field>
    </form>
  );
}
