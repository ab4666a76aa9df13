'use client';

import { useId } from 'react';
import { Controller } from 'react-hook-form';
import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { Field } from '@/app/_ui/field';
import { FormError } from '@/app/_ui/form-error';
import { Input } from '@/app/_ui/input';
import { Textarea } from '@/app/_ui/textarea';
import type { Project } from '@/lib/contracts/project';
import { ColorPicker } from './color-picker';
import { useProjectForm } from './use-project-form';

export type OpenProjectDialogProps = {
  /** Null makes a new one. */
  project: Project | null;
  onSaved: (project: Project) => void;
  onClose: () => void;
};

export function OpenProjectDialog({ project, onSaved, onClose }: OpenProjectDialogProps) {
  const formId = useId();
  const state = useProjectForm({
    project,
    onSaved: (saved) => {
      onClose();
      onSaved(saved);
    },
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={project ? 'Edit project' : 'New project'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={state.isSaving}>
            {project ? 'Save' : 'Create project'}
          </Button>
        </>
      }
    >
      <ProjectForm id={formId} state={state} project={project} />
    </Dialog>
  );
}

type ProjectFormProps = { id: string; state: ReturnType<typeof useProjectForm>; project: Project | null };

function ProjectForm({ id, state: { form, submit }, project }: ProjectFormProps) {
  const { errors, defaultValues } = form.formState;
  const isImported = project?.source === 'linear';
  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-3">
      <FormError message={errors.root?.['server']?.message} />
      <Field
        label="Name"
        error={errors.name?.message}
        hint={isImported ? 'The name is that of the team in Linear. Change it there.' : undefined}
      >
        <Input {...form.register('name')} readOnly={isImported} autoComplete="off" />
      </Field>
      <Field label="Colour" error={errors.color?.message}>
        <Controller
          control={form.control}
          name="color"
          render={({ field }) => (
            <ColorPicker value={field.value} initial={defaultValues?.color ?? field.value} onChange={field.onChange} />
          )}
        />
      </Field>
      <Field label="Description" optional error={errors.description?.message}>
        <Textarea {...form.register('description')} rows={3} />
      </Field>
    </form>
  );
}
