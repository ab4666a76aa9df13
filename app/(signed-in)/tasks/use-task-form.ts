'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { showFormErrors } from '@/lib/browser/show-form-errors';
import type { Task } from '@/lib/contracts/task';
import {
  changeOf,
  emptyTask,
  fieldsOf,
  inputOf,
  type TaskFormFields,
  type TaskFormValues,
  taskForm,
} from './task-form-values';
import { useSaveTask } from './use-save-task';

type Options = { task: Task | null; projectId: string | undefined; onSaved: (task: Task) => void };

export function useTaskForm({ task, projectId, onSaved }: Options) {
  const form = useForm<TaskFormFields, unknown, TaskFormValues>({
    resolver: zodResolver(taskForm),
    defaultValues: task ? fieldsOf(task) : emptyTask(projectId),
  });
  const save = useSaveTask();
  const { dirtyFields } = form.formState;
  const submit = form.handleSubmit((values) => {
    save.mutate(
      task ? { taskId: task.id, change: changeOf(values, dirtyFields) } : { taskId: null, input: inputOf(values) },
      { onSuccess: onSaved, onError: (error) => showFormErrors(form, error) },
    );
  });
  return { form, submit, isSaving: save.isPending };
}
