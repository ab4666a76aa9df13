import { cn } from '@/app/_ui/cn';
import type { Task, TaskStatus } from '@/lib/contracts/task';
import { statusNames } from './task-words';

const typeOfStatus: Record<TaskStatus, string> = {
  todo: 'unstarted',
  in_progress: 'started',
  done: 'completed',
  canceled: 'canceled',
};
const colorOfStatus: Record<TaskStatus, string> = {
  todo: 'var(--control)',
  in_progress: 'var(--warning)',
  done: 'var(--accent)',
  canceled: 'var(--control)',
};

type StateIconProps = { type: string; color: string; className?: string | undefined };

/** A workflow state as Linear draws it. The name stands beside it or in its tooltip. */
export function StateIcon({ type, color: own, className }: StateIconProps) {
  // Linear's lightest greys would vanish on white: every colour leans a little towards the text's.
  const color = `color-mix(in oklab, ${own || 'var(--control)'} 80%, var(--ink))`;
  const isClosed = type === 'completed' || type === 'canceled' || type === 'duplicate';
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true" className={cn('size-3.5 shrink-0', className)}>
      <circle
        cx="7"
        cy="7"
        r="6"
        fill={isClosed ? color : 'none'}
        stroke={color}
        strokeWidth="1.5"
        strokeDasharray={type === 'backlog' ? '1.4 1.74' : undefined}
      />
      {type === 'started' && <path d="M7 3.5a3.5 3.5 0 0 1 0 7z" fill={color} />}
      {type === 'triage' && <circle cx="7" cy="7" r="2" fill={color} />}
      {type === 'completed' && <path d="M4.3 7.2l1.9 1.9 3.6-3.9" className={mark} strokeWidth="1.5" />}
      {(type === 'canceled' || type === 'duplicate') && (
        <path d="M5 5l4 4M9 5l-4 4" className={mark} strokeWidth="1.5" />
      )}
    </svg>
  );
}

const mark = 'fill-none stroke-canvas';

export function TaskStateIcon({ task, className }: { task: Pick<Task, 'state' | 'status'>; className?: string }) {
  const { type, color } = task.state ?? { type: typeOfStatus[task.status], color: colorOfStatus[task.status] };
  return <StateIcon type={type} color={color} className={className} />;
}

export function StatusIcon({ status }: { status: TaskStatus }) {
  return <StateIcon type={typeOfStatus[status]} color={colorOfStatus[status]} />;
}

/** What the icon means: Linear's name for the state, or ours for a task made by hand. */
export function stateName(task: Pick<Task, 'state' | 'status'>): string {
  return task.state?.name ?? statusNames[task.status];
}
