'use client';

import { Play, Square } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { Badge } from '@/app/_ui/badge';
import { Button } from '@/app/_ui/button';
import { ButtonLink } from '@/app/_ui/button-link';
import { Panel } from '@/app/_ui/panel';
import { StatusDot } from '@/app/_ui/status-dot';
import { Elapsed } from '@/app/(signed-in)/_timer/elapsed';
import { shortName } from '@/app/(signed-in)/_timer/timer-actions';
import { useShownEntry } from '@/app/(signed-in)/_timer/use-shown-entry';
import { stateName, TaskStateIcon } from '@/app/(signed-in)/tasks/state-icon';
import { sourceStateNames } from '@/app/(signed-in)/tasks/task-words';
import { useRowTimers } from '@/app/(signed-in)/tasks/use-row-timers';
import type { Task } from '@/lib/contracts/task';

export function StartCard({ task }: { task: Task }) {
  const { isRunning, start, toggle } = useRowTimers()(task);
  const button = useRef<HTMLButtonElement>(null);
  // Enter starts: whoever came here by a bookmarklet has said so once already.
  useEffect(() => button.current?.focus(), []);
  return (
    <Panel className="flex flex-col gap-4 p-6">
      <TaskFacts task={task} />
      <Status isRunning={isRunning} />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          ref={button}
          variant={isRunning ? 'secondary' : 'primary'}
          size="lg"
          onClick={isRunning ? toggle : start}
        >
          {isRunning ? <Square aria-hidden className="fill-danger text-danger" /> : <Play aria-hidden />}
          {isRunning ? 'Stop' : 'Start timer'}
        </Button>
        <ButtonLink href={`/tasks/${task.id}`} size="lg" variant="ghost">
          Open the task
        </ButtonLink>
      </div>
    </Panel>
  );
}

function TaskFacts({ task }: { task: Task }) {
  const { identifier, title, project, sourceState } = task;
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-xs">
        <span className="figures">{identifier}</span>
        <span className="inline-flex items-center gap-1.5">
          <TaskStateIcon task={task} />
          {stateName(task)}
        </span>
        <StatusDot color={project.color}>{project.name}</StatusDot>
        {sourceState !== 'live' && <Badge>{sourceStateNames[sourceState]}</Badge>}
      </p>
      <h1 dir="auto" className="mt-1 break-words font-semibold text-ink text-xl tracking-tight">
        {title.slice(0, 500)}
      </h1>
    </div>
  );
}

/** What runs now, and what becomes of it. */
function Status({ isRunning }: { isRunning: boolean }) {
  const running = useShownEntry();
  if (!running) return <p className="text-muted">Nothing is running.</p>;
  const elapsed = <Elapsed startedAt={running.startedAt} className="font-medium text-ink" />;
  if (isRunning) {
    return (
      <p role="status" className="text-muted">
        The timer is running: {elapsed}. You can close this tab.
      </p>
    );
  }
  const href = running.task ? `/tasks/${running.task.id}` : `/projects/${running.project.id}`;
  return (
    <p className="text-muted">
      <Link href={href} className="font-medium text-ink underline underline-offset-2">
        {shortName(running).slice(0, 80)}
      </Link>{' '}
      has been running for {elapsed}. It stops when you start this one.
    </p>
  );
}
