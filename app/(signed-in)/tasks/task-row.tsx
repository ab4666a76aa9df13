'use client';

import { Play, Square } from 'lucide-react';
import Link from 'next/link';
import type { Ref } from 'react';
import { Avatar } from '@/app/_ui/avatar';
import { Badge } from '@/app/_ui/badge';
import { cn } from '@/app/_ui/cn';
import { IconButton } from '@/app/_ui/icon-button';
import { RelativeTime } from '@/app/_ui/relative-time';
import { StatusDot } from '@/app/_ui/status-dot';
import { Tooltip } from '@/app/_ui/tooltip';
import type { Task } from '@/lib/contracts/task';
import { formatDuration } from '@/lib/time/format-duration';
import { DueDate } from './due-date';
import { LabelPill } from './label-pill';
import { PriorityIcon } from './priority-icon';
import { stateName, TaskStateIcon } from './state-icon';
import { sourceStateNames } from './task-words';
import type { RowTimer } from './use-row-timers';

const shownLabels = 2;

export type TaskRowProps = {
  task: Task;
  isActive: boolean;
  showsProject: boolean;
  linkRef: Ref<HTMLAnchorElement> | undefined;
  onFocus: () => void;
  timer: RowTimer;
};

/** One line of 36 px. The link covers the row; what has a tooltip lies above it. */
export function TaskRow({ task, isActive, showsProject, linkRef, onFocus, timer }: TaskRowProps) {
  return (
    <div className={cn(rowStyles, 'h-9', isActive && 'bg-selected hover:bg-selected')}>
      <PriorityIcon priority={task.priority} />
      {/* Shrinks last: names from Linear are short, but nothing says so. */}
      <span className="figures w-18 shrink-0 truncate text-faint">{task.identifier}</span>
      <State task={task} />
      <TitleLink task={task} linkRef={linkRef} onFocus={onFocus} />
      {task.sourceState !== 'live' && <Badge>{sourceStateNames[task.sourceState]}</Badge>}
      <Labels labels={task.labels} />
      {showsProject && (
        <StatusDot color={task.project.color} className="w-28 shrink-0 text-muted max-lg:hidden">
          {task.project.name}
        </StatusDot>
      )}
      <span className="flex w-24 shrink-0 justify-end text-xs max-md:hidden">
        {task.dueDate && <DueDate on={task.dueDate} isOpen={isOpen(task)} />}
      </span>
      <span className="flex w-6 shrink-0 justify-center">
        <Assignee task={task} />
      </span>
      <TimerButton task={task} timer={timer} size="sm" />
      <Tracked seconds={task.trackedSeconds} />
      <RelativeTime at={task.updatedAt} className="relative z-10 w-20 shrink-0 text-right text-faint text-xs" />
    </div>
  );
}

/** The same on a phone: two lines, 56 px. */
export function CompactTaskRow({ task, isActive, linkRef, onFocus, timer }: TaskRowProps) {
  return (
    <div className={cn(rowStyles, 'h-14', isActive && 'bg-selected')}>
      <div className="min-w-0 flex-1">
        <div className="flex items-center gap-1.5 text-faint text-xs">
          <PriorityIcon priority={task.priority} />
          <TaskStateIcon task={task} />
          <span className="figures max-w-32 truncate">{task.identifier ?? task.project.name}</span>
          {task.sourceState !== 'live' && <Badge>{sourceStateNames[task.sourceState]}</Badge>}
          <RelativeTime at={task.updatedAt} className="ml-auto" />
        </div>
        <div className="mt-0.5 flex min-w-0 items-center gap-2">
          <TitleLink task={task} linkRef={linkRef} onFocus={onFocus} />
          {task.trackedSeconds > 0 && <Tracked seconds={task.trackedSeconds} />}
        </div>
      </div>
      <Assignee task={task} />
      <TimerButton task={task} timer={timer} size="lg" />
    </div>
  );
}

const rowStyles =
  'group relative flex items-center gap-2.5 border-line border-b px-3 text-sm transition-colors hover:bg-subtle has-focus-visible:bg-selected';

function isOpen({ status }: Task): boolean {
  return status === 'todo' || status === 'in_progress';
}

function TitleLink({ task, linkRef, onFocus }: Pick<TaskRowProps, 'task' | 'linkRef' | 'onFocus'>) {
  const { id, title, identifier } = task;
  return (
    <Link
      ref={linkRef}
      href={`/tasks/${id}`}
      prefetch={false}
      onFocus={onFocus}
      dir="auto"
      className={cn(
        'min-w-0 flex-1 truncate text-ink after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2',
        !isOpen(task) && 'text-muted',
      )}
    >
      {identifier && <span className="sr-only">{identifier}: </span>}
      {title}
    </Link>
  );
}

function State({ task }: { task: Task }) {
  return (
    <Tooltip content={stateName(task)}>
      <span role="img" aria-label={stateName(task)} className="relative z-10 flex size-4 items-center justify-center">
        <TaskStateIcon task={task} />
      </span>
    </Tooltip>
  );
}

function Labels({ labels }: Pick<Task, 'labels'>) {
  if (labels.length === 0) return null;
  const rest = labels.slice(shownLabels).map(({ name }) => name);
  return (
    <span className="flex min-w-0 shrink items-center justify-end gap-1 max-lg:hidden">
      {labels.slice(0, shownLabels).map(({ name, color }) => (
        <LabelPill key={name} name={name} color={color} />
      ))}
      {rest.length > 0 && (
        <span className="relative z-10 text-faint text-xs" title={rest.slice(0, 20).join(', ')}>
          +{rest.length}
        </span>
      )}
    </span>
  );
}

function Assignee({ task: { assignee } }: { task: Task }) {
  if (!assignee) return null;
  return (
    <Tooltip content={assignee.name}>
      <span role="img" aria-label={`Assigned to ${assignee.name}`} className="relative z-10 flex shrink-0">
        <Avatar name={assignee.name} size="sm" />
      </span>
    </Tooltip>
  );
}

type TimerButtonProps = { task: Task; timer: RowTimer; size: 'sm' | 'lg' };

/** With a pointer it appears on the row that is meant; `s` starts the row that has the focus. */
function TimerButton({ task, timer: { isRunning, toggle }, size }: TimerButtonProps) {
  const name = task.identifier ?? task.title.slice(0, 80);
  return (
    <IconButton
      size={size}
      label={isRunning ? `Stop the timer of ${name}` : `Start the timer on ${name}`}
      shortcut={isRunning ? 'x' : 's'}
      icon={isRunning ? <Square aria-hidden className="fill-danger text-danger" /> : <Play aria-hidden />}
      onClick={toggle}
      className={cn(
        'relative z-10',
        !isRunning &&
          'pointer-fine:opacity-0 focus-visible:opacity-100 pointer-fine:group-hover:opacity-100 pointer-fine:group-has-focus-visible:opacity-100',
      )}
    />
  );
}

function Tracked({ seconds }: { seconds: number }) {
  return (
    <span className="figures w-12 shrink-0 text-right text-muted" title="Tracked time">
      {seconds > 0 ? formatDuration(seconds) : ''}
    </span>
  );
}
