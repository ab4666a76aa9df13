'use client';

import { Select } from '@/app/_ui/select';
import { useProject } from '@/app/(signed-in)/projects/use-project';
import { billableName } from '@/app/(signed-in)/tasks/task-words';
import { useChangeTask } from '@/app/(signed-in)/tasks/use-change-task';
import type { Project } from '@/lib/contracts/project';
import type { Task } from '@/lib/contracts/task';

/** Ours on every task, also on imported ones: a sync never touches it. */
export function BillableSelect({ task }: { task: Task }) {
  const change = useChangeTask(task.id);
  const { data: project } = useProject(task.project.id);
  const options = [
    { value: 'project', label: asProject(project), billable: null },
    { value: 'yes', label: billableName(true), billable: true },
    { value: 'no', label: billableName(false), billable: false },
  ] as const;
  return (
    <Select
      aria-label="Billable"
      options={options}
      value={options.find(({ billable }) => billable === task.billable)?.value}
      onChange={(value) => {
        const chosen = options.find((option) => option.value === value);
        if (chosen) change.mutate({ billable: chosen.billable });
      }}
    />
  );
}

/** Says what that is today, once it is known. */
function asProject(project: Project | undefined): string {
  if (project === undefined) return billableName(null);
  return `${billableName(null)} (${billableName(project.billable).toLowerCase()})`;
}
