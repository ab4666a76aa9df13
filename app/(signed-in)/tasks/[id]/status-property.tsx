'use client';

import { Definition } from '@/app/_ui/definition-list';
import { Select } from '@/app/_ui/select';
import { StatusIcon, TaskStateIcon } from '@/app/(signed-in)/tasks/state-icon';
import { statusNames } from '@/app/(signed-in)/tasks/task-words';
import { useChangeTask } from '@/app/(signed-in)/tasks/use-change-task';
import type { Task } from '@/lib/contracts/task';
import { taskStatuses } from '@/lib/contracts/values';
import { CountsAs } from './counts-as';

const options = taskStatuses.map((value) => ({
  value,
  label: statusNames[value],
  icon: <StatusIcon status={value} />,
}));

/** Of an imported task, Linear's state says the status; of one made by hand, the person does. */
export function StatusProperty({ task }: { task: Task }) {
  const change = useChangeTask(task.id);
  const { state, status, source } = task;
  if (source === 'linear') {
    return (
      <Definition term="State">
        <span className="inline-flex items-center gap-1.5">
          <TaskStateIcon task={task} />
          {state?.name ?? statusNames[status]}
        </span>
        <CountsAs state={state} status={status} />
      </Definition>
    );
  }
  return (
    <Definition term="Status">
      <Select
        aria-label="Status"
        options={options}
        value={status}
        onChange={(next) => change.mutate({ status: next })}
      />
    </Definition>
  );
}
