'use client';

import { Controller } from 'react-hook-form';
import { ColorDot } from '@/app/_ui/color-dot';
import { Combobox } from '@/app/_ui/combobox';
import { Field } from '@/app/_ui/field';
import { FormError } from '@/app/_ui/form-error';
import { Input } from '@/app/_ui/input';
import { Select } from '@/app/_ui/select';
import { Textarea } from '@/app/_ui/textarea';
import { useAllProjects } from '@/app/(signed-in)/projects/use-all-projects';
import { taskStatuses } from '@/lib/contracts/values';
import { PriorityIcon } from './priority-icon';
import { StatusIcon } from './state-icon';
import { billableName, priorityNames, statusNames } from './task-words';
import type { useTaskForm } from './use-task-form';

const statuses = taskStatuses.map((value) => ({
  value,
  label: statusNames[value],
  icon: <StatusIcon status={value} />,
}));
const priorities = priorityNames.map((label, priority) => ({
  value: String(priority),
  label,
  icon: <PriorityIcon priority={priority} isNamed />,
}));
const billables = [
  { value: 'project' as const, label: billableName(null) },
  { value: 'yes' as const, label: billableName(true) },
  { value: 'no' as const, label: billableName(false) },
];

type TaskFormProps = { id: string; state: ReturnType<typeof useTaskForm> };

export function TaskForm({ id, state: { form, submit } }: TaskFormProps) {
  const { register, formState } = form;
  const { errors } = formState;
  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-3 sm:grid-cols-2">
      <Field label="Title" error={errors.title?.message} className="sm:col-span-2">
        <Input {...register('title')} autoFocus autoComplete="off" />
      </Field>
      <ProjectField form={form} />
      <Choice form={form} name="status" label="Status" options={statuses} />
      <Choice form={form} name="priority" label="Priority" options={priorities} />
      <Choice form={form} name="billable" label="Billable" options={billables} />
      <Field label="Due date" optional error={errors.dueDate?.message}>
        <Input type="date" {...register('dueDate')} />
      </Field>
      <Field label="Estimate" optional error={errors.estimate?.message} hint="In the points that your team uses.">
        <Input inputMode="decimal" autoComplete="off" {...register('estimate')} />
      </Field>
      <Field label="Notes" optional error={errors.notes?.message} className="sm:col-span-2">
        <Textarea rows={4} {...register('notes')} />
      </Field>
      <div className="empty:hidden sm:col-span-2">
        <FormError message={errors.root?.['server']?.message} />
      </div>
    </form>
  );
}

type Form = TaskFormProps['state']['form'];

function ProjectField({ form: { control } }: { form: Form }) {
  const { data: projects = [] } = useAllProjects();
  return (
    <Controller
      control={control}
      name="projectId"
      render={({ field, fieldState }) => (
        <Field label="Project" error={fieldState.error?.message}>
          <Combobox
            options={projects
              .filter(({ id, archivedAt }) => !archivedAt || id === field.value)
              .map(({ id, name, color, key }) => ({
                value: id,
                label: name,
                hint: key ?? undefined,
                icon: <ColorDot color={color} />,
              }))}
            value={field.value || null}
            onChange={field.onChange}
            placeholder="Choose a project"
            searchLabel="Find a project"
          />
        </Field>
      )}
    />
  );
}

type ChoiceProps = {
  form: Form;
  name: 'status' | 'priority' | 'billable';
  label: string;
  options: readonly { value: string; label: string }[];
};

function Choice({ form: { control }, name, label, options }: ChoiceProps) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <Field label={label} error={fieldState.error?.message}>
          <Select options={options} value={field.value} onChange={field.onChange} />
        </Field>
      )}
    />
  );
}
