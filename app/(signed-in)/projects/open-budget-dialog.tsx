'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useId } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { exampleMoney } from '@/app/_ui/editable-money';
import { Field } from '@/app/_ui/field';
import { FormError } from '@/app/_ui/form-error';
import { Input } from '@/app/_ui/input';
import { Select } from '@/app/_ui/select';
import { toast } from '@/app/_ui/toast';
import { showFormErrors } from '@/lib/browser/show-form-errors';
import type { BudgetInput, Project } from '@/lib/contracts/project';
import type { Currency } from '@/lib/kit/format-money';
import { type BudgetFields, budgetFieldsOf, budgetForm } from './budget-fields';
import { useRemoveBudget } from './use-remove-budget';
import { useSaveProject } from './use-save-project';

export type OpenBudgetDialogProps = { project: Project; money: Currency; onClose: () => void };

export function OpenBudgetDialog({ project, money, onClose }: OpenBudgetDialogProps) {
  const formId = useId();
  const { form, submit, isSaving } = useBudgetForm({ project, money, onClose });
  const remove = useRemoveBudget(project);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Budget of ${project.name}`}
      description="The project warns when 80% of it is used, and when all of it is."
      footer={
        <>
          {project.budget && (
            <Button
              variant="ghost"
              className="mr-auto"
              onClick={() => {
                onClose();
                void remove();
              }}
            >
              Remove budget
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={isSaving}>
            Save budget
          </Button>
        </>
      }
    >
      <BudgetForm id={formId} form={form} submit={submit} money={money} />
    </Dialog>
  );
}

function useBudgetForm({ project, money, onClose }: OpenBudgetDialogProps) {
  const form = useForm<BudgetFields, unknown, BudgetInput>({
    resolver: zodResolver(budgetForm(money)),
    defaultValues: budgetFieldsOf(project.budget, money),
  });
  const save = useSaveProject();
  const submit = form.handleSubmit((budget) =>
    save.mutate(
      { projectId: project.id, change: { budget } },
      {
        onSuccess: () => {
          onClose();
          toast('Budget saved.');
        },
        onError: (error) => showFormErrors(form, error),
      },
    ),
  );
  return { form, submit, isSaving: save.isPending };
}

type BudgetFormProps = Pick<ReturnType<typeof useBudgetForm>, 'form' | 'submit'> & { id: string; money: Currency };

function BudgetForm({ id, form, submit, money }: BudgetFormProps) {
  const { errors } = form.formState;
  const isHours = form.watch('kind') === 'hours';
  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-4 sm:grid-cols-2">
      <div className="empty:hidden sm:col-span-2">
        <FormError message={errors.root?.['server']?.message} />
      </div>
      <Controller
        control={form.control}
        name="kind"
        render={({ field }) => (
          <Field label="In" hint={isHours ? 'All time of the project counts.' : 'Billable time counts, at its rate.'}>
            <Select
              options={[
                { value: 'hours', label: 'Hours' },
                { value: 'money', label: `Money (${money.currency})` },
              ]}
              value={field.value}
              onChange={field.onChange}
            />
          </Field>
        )}
      />
      <Field label={isHours ? 'Hours' : `Amount, in ${money.currency}`} error={errors.amount?.message}>
        <Input
          {...form.register('amount')}
          autoFocus
          inputMode={isHours ? 'text' : 'decimal'}
          autoComplete="off"
          placeholder={isHours ? '120' : exampleMoney(money)}
          className="figures"
        />
      </Field>
    </form>
  );
}
