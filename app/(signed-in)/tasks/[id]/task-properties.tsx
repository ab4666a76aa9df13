'use client';

import Link from 'next/link';
import { cn } from '@/app/_ui/cn';
import { Definition, DefinitionList } from '@/app/_ui/definition-list';
import { RelativeTime } from '@/app/_ui/relative-time';
import { Section } from '@/app/_ui/section';
import { StatusDot } from '@/app/_ui/status-dot';
import { DueDate } from '@/app/(signed-in)/tasks/due-date';
import { PriorityIcon } from '@/app/(signed-in)/tasks/priority-icon';
import { priorityName, sourceNames } from '@/app/(signed-in)/tasks/task-words';
import type { Task } from '@/lib/contracts/task';
import { formatDuration } from '@/lib/time/format-duration';
import { BillableSelect } from './billable-select';
import { IssueProperties, WhyReadOnly } from './issue-slots';
import { CycleProperty, LinearProperties } from './linear-properties';
import { Labels, None, Person } from './property-values';
import { StatusProperty } from './status-property';
import { TaskRate } from './task-rate';

export function TaskProperties({ task, className }: { task: Task; className?: string }) {
  const { project, priority, estimate, dueDate, status } = task;
  return (
    <Section title="Properties" className={cn('self-start lg:border-line lg:border-l lg:pl-6', className)}>
      <DefinitionList>
        <Definition term="Tracked time">
          <span className="figures font-medium">{formatDuration(task.trackedSeconds)}</span>
        </Definition>
        <Definition term="Project">
          <Link
            href={`/projects/${project.id}`}
            className="inline-flex max-w-full rounded-sm hover:underline pointer-coarse:-my-3 pointer-coarse:py-3"
          >
            <StatusDot color={project.color}>{project.name}</StatusDot>
          </Link>
        </Definition>
        <IssueProperties task={task}>
          <StatusProperty task={task} />
          <Definition term="Priority">
            <span className="inline-flex items-center gap-1.5">
              <PriorityIcon priority={priority} isNamed />
              {priorityName(priority)}
            </span>
          </Definition>
          <Definition term="Assignee">{task.assignee ? <Person {...task.assignee} /> : <None />}</Definition>
          <Definition term="Estimate">
            {estimate === null ? <None /> : <span className="figures">{estimate}</span>}
          </Definition>
          <Definition term="Due date">
            {dueDate ? <DueDate on={dueDate} isOpen={status === 'todo' || status === 'in_progress'} /> : <None />}
          </Definition>
          <Definition term="Labels">{task.labels.length > 0 ? <Labels labels={task.labels} /> : <None />}</Definition>
          <CycleProperty task={task} />
        </IssueProperties>
        <Definition term="Billable">
          <BillableSelect task={task} />
        </Definition>
        <TaskRate task={task} />
        <LinearProperties task={task} />
        <Definition term="Source">{sourceNames[task.source]}</Definition>
        <Definition term="Created">
          <RelativeTime at={task.createdAt} />
        </Definition>
        <Definition term="Updated">
          <RelativeTime at={task.updatedAt} />
        </Definition>
      </DefinitionList>
      <WhyReadOnly task={task} />
    </Section>
  );
}
