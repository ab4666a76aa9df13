'use client';

import { Select } from '@/app/_ui/select';
import { toastError } from '@/app/_ui/toast-error';
import { useSaveProject } from '@/app/(signed-in)/projects/use-save-project';
import { billableName } from '@/app/(signed-in)/tasks/task-words';
import type { Project } from '@/lib/contracts/project';

const options = [
  { value: 'yes', label: billableName(true) },
  { value: 'no', label: billableName(false) },
] as const;

/** For time that is added from now on, on tasks that do not say otherwise. */
export function ProjectBillable({ project: { id, billable } }: { project: Project }) {
  const save = useSaveProject();
  const shown = save.isPending ? !billable : billable;
  return (
    <Select
      aria-label="New time is"
      className="w-36 text-sm"
      options={options}
      value={shown ? 'yes' : 'no'}
      onChange={(value) => {
        if ((value === 'yes') === shown) return;
        save.mutate(
          { projectId: id, change: { billable: value === 'yes' } },
          { onError: (error) => toastError('The project could not be changed.', error) },
        );
      }}
    />
  );
}
