'use client';

import { CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { ButtonLink } from '@/app/_ui/button-link';
import { Count } from '@/app/_ui/count';
import { EmptyState } from '@/app/_ui/empty-state';
import { Panel } from '@/app/_ui/panel';
import { RelativeTime } from '@/app/_ui/relative-time';
import { Section } from '@/app/_ui/section';
import { subjectOfTask } from '@/app/(signed-in)/_entries/subject';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { DueDate } from '@/app/(signed-in)/tasks/due-date';
import { PriorityIcon } from '@/app/(signed-in)/tasks/priority-icon';
import { stateName, TaskStateIcon } from '@/app/(signed-in)/tasks/state-icon';
import type { Dashboard } from '@/lib/contracts/dashboard';
import type { Task } from '@/lib/contracts/task';
import { TimerToggle } from './timer-toggle';

const mineInTasks = '/tasks?assignee=me&status=todo,in_progress';

/** Open, and assigned in Linear to the e-mail address that this account has. */
export function MyTasks({ tasks: { items, total } }: { tasks: Dashboard['myTasks'] }) {
  const { email } = usePerson();
  return (
    <Section
      title={
        <>
          Assigned to me <Count value={total} />
        </>
      }
      actions={
        total > 0 && (
          <ButtonLink href={mineInTasks} size="sm" variant="ghost" className="-my-1 pointer-coarse:-my-3">
            See all
          </ButtonLink>
        )
      }
    >
      <Panel flush>
        {items.length === 0 ? (
          <EmptyState
            icon={<CircleCheck aria-hidden />}
            title="No open task is assigned to you."
            description={`Your tasks are the Linear issues assigned to ${email}.`}
            action={<ButtonLink href="/tasks">See all tasks</ButtonLink>}
          />
        ) : (
          <ul>
            {items.map((task) => (
              <Row key={task.id} task={task} />
            ))}
          </ul>
        )}
      </Panel>
    </Section>
  );
}

function Row({ task }: { task: Task }) {
  const { id, identifier, title, priority, dueDate, updatedAt } = task;
  return (
    <li className="relative flex h-9 items-center gap-2.5 border-line border-b pr-1 pl-3 text-sm transition-colors last:border-b-0 hover:bg-subtle pointer-coarse:h-11">
      <PriorityIcon priority={priority} />
      <span role="img" aria-label={stateName(task)} title={stateName(task)} className="flex shrink-0">
        <TaskStateIcon task={task} />
      </span>
      <span className="figures w-16 shrink-0 truncate text-faint max-sm:hidden">{identifier}</span>
      <Link
        href={`/tasks/${id}`}
        prefetch={false}
        dir="auto"
        className="min-w-0 flex-1 truncate text-ink after:absolute after:inset-0"
      >
        {title}
      </Link>
      {dueDate && <DueDate on={dueDate} isOpen className="text-xs" />}
      <RelativeTime
        at={updatedAt}
        className="relative z-10 w-18 shrink-0 text-right text-faint text-xs max-sm:hidden"
      />
      <TimerToggle subject={subjectOfTask(task)} className="relative z-10" />
    </li>
  );
}
