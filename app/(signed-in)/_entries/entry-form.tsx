'use client';

import type { KeyboardEvent } from 'react';
import { Controller } from 'react-hook-form';
import { Checkbox } from '@/app/_ui/checkbox';
import { Field } from '@/app/_ui/field';
import { FormError } from '@/app/_ui/form-error';
import { Textarea } from '@/app/_ui/textarea';
import { EntryNotices, OverlapNotice } from './entry-notices';
import { PersonField } from './person-field';
import { SpanFields } from './span-fields';
import { TagsInput } from './tags-input';
import { TaskPicker } from './task-picker';
import type { EntryFormState } from './use-entry-form';

type EntryFormProps = { id: string; state: EntryFormState; isReadOnly: boolean };

export function EntryForm({ id, state, isReadOnly }: EntryFormProps) {
  const { form, submit, subject, chooseSubject, entry } = state;
  const { errors } = form.formState;
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isReadOnly) return;
    event.preventDefault();
    void submit();
  }
  return (
    <form id={id} onSubmit={submit} onKeyDown={onKeyDown} noValidate className="flex flex-col gap-3">
      <EntryNotices state={state} isReadOnly={isReadOnly} />
      <Field label="Task or project" error={errors.taskId?.message ?? errors.projectId?.message}>
        <TaskPicker value={subject} onChange={chooseSubject} disabled={isReadOnly} />
      </Field>
      <SpanFields state={state} isReadOnly={isReadOnly} />
      {!isReadOnly && <OverlapNotice state={state} />}
      <Field label="Description" optional error={errors.description?.message}>
        <Textarea rows={2} {...form.register('description')} disabled={isReadOnly} />
      </Field>
      <Tags state={state} isReadOnly={isReadOnly} />
      <Controller
        control={form.control}
        name="billable"
        render={({ field }) => (
          <Checkbox
            label="Billable"
            name={field.name}
            checked={field.value}
            disabled={isReadOnly}
            onCheckedChange={field.onChange}
          />
        )}
      />
      {entry === null && <PersonField form={form} />}
      <FormError message={errors.root?.['server']?.message} />
    </form>
  );
}

function Tags({ state: { form }, isReadOnly }: Pick<EntryFormProps, 'state' | 'isReadOnly'>) {
  const { errors } = form.formState;
  const ofOne = Array.isArray(errors.tags) ? errors.tags.find(Boolean)?.message : undefined;
  return (
    <Controller
      control={form.control}
      name="tags"
      render={({ field }) => (
        <Field label="Tags" optional error={errors.tags?.message ?? ofOne}>
          <TagsInput value={field.value} onChange={field.onChange} onBlur={field.onBlur} disabled={isReadOnly} />
        </Field>
      )}
    />
  );
}
