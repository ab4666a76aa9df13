'use client';

import { Select } from '@/app/_ui/select';
import { useProject } from '@/app/(signed-in)/projects/use-project';
import { billableName } from '@/app/(signed-in)/tasks/task-words';
import { useChangeTask } from '@/app/(signed-in)/tasks/use-change-task';
import type { Task } from '@/lib/contracts/task';

const options = [
  { value: 'project', label: billableName(null), billable: null },
  { value: 'yes', label: billableName(true), billable: true },
  { value: 'no', label: billableName(false), billable: false },
] as const;

/** Ours on every task, also on imported ones: a sync never touches it. */
export function BillableSelect({ task }: { task: Task }) {
  const change = useChangeTask(task.id);
  const { data: project } = useProject(task.project.id);
  return (
    <>
      <Select
        aria-label="Billable"
        options={options}
        value={options.find(({ billable }) => billable === task.billable)?.value}
        onChange={(value) => {
          const chosen = options.find((option) => option.value === value);
          if (chosen) change.mutate({ billable: chosen.billable });
        }}
      />
      {task.billable === null && project && (
        <p className="mt-0.5 text-muted text-xs">
          {project.billable ? 'New time is billable.' : 'New time is not billable.'}
        </p>
      )}
    </>
  );
}
