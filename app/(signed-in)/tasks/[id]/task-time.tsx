'use client';

import { Section } from '@/app/_ui/section';
import { LateEntryList } from '@/app/(signed-in)/_entries/late-entry-list';
import { subjectOfTask } from '@/app/(signed-in)/_entries/subject';
import type { Task } from '@/lib/contracts/task';
import { TrackedTime } from './task-time-tracked';

/** What was tracked on the task: in all, against its estimate, and entry by entry. */
export function TaskTime({ task }: { task: Task }) {
  return (
    <Section title="Time">
      <LateEntryList of={{ taskId: task.id }} list="task" draft={{ subject: subjectOfTask(task) }}>
        <TrackedTime task={task} />
      </LateEntryList>
    </Section>
  );
}
