'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { showFormErrors } from '@/lib/browser/show-form-errors';
import { type Project, projectInput } from '@/lib/contracts/project';
import { projectColors } from '@/lib/contracts/values';
import { useSaveProject } from './use-save-project';

/** Every field is there in a form, so none is optional. */
const fields = projectInput.required();
/** The name of an imported project may be longer than ours; it is not ours to check. */
const importedFields = fields.extend({ name: z.string() });
type Fields = z.output<typeof fields>;

type Options = { project: Project | null; onSaved: (project: Project) => void };

export function useProjectForm({ project, onSaved }: Options) {
  const form = useForm<Fields>({
    resolver: zodResolver(project?.source === 'linear' ? importedFields : fields),
    defaultValues: {
      name: project?.name ?? '',
      color: project?.color ?? projectColors[0],
      description: project?.description ?? '',
    },
  });
  const save = useSaveProject();
  const { dirtyFields } = form.formState;
  const submit = form.handleSubmit((values) => {
    save.mutate(
      project ? { projectId: project.id, change: changed(values, dirtyFields) } : { projectId: null, input: values },
      {
        onSuccess: onSaved,
        onError: (error) => showFormErrors(form, error),
      },
    );
  });
  return { form, submit, isSaving: save.isPending };
}

function changed(values: Fields, touched: Partial<Record<keyof Fields, boolean>>): Partial<Fields> {
  return Object.fromEntries(Object.entries(values).filter(([field]) => field in touched));
}
