'use client';

import { ArrowLeftRight, Square } from 'lucide-react';
import { IconButton } from '@/app/_ui/icon-button';
import { taskTitle } from '@/app/(signed-in)/_entries/subject';
import type { ShownEntry } from '@/lib/browser/shown-timer';
import { Elapsed } from './elapsed';
import { stopTimer } from './timer-actions';
import { TimerDetails } from './timer-details';
import { openTimerDialog } from './timer-dialog';

/** The running task with its time, and the ways to switch and to stop. */
export function RunningTimer({ entry }: { entry: ShownEntry }) {
  return (
    <>
      <TimerDetails entry={entry}>
        <button
          type="button"
          className="flex h-8 pointer-coarse:h-11 min-w-0 items-center gap-2 rounded-md px-2 text-left text-ink transition-colors hover:bg-hover data-[state=open]:bg-hover"
        >
          <span className="sr-only">Running: </span>
          <span aria-hidden className="size-2 shrink-0 rounded-full" style={{ backgroundColor: entry.project.color }} />
          <Name entry={entry} />
          <Elapsed startedAt={entry.startedAt} className="shrink-0 font-medium" />
        </button>
      </TimerDetails>
      <IconButton
        label="Switch to another task"
        shortcut="s"
        tooltipSide="bottom"
        icon={<ArrowLeftRight aria-hidden />}
        onClick={() => openTimerDialog('start')}
        className="max-md:hidden"
      />
      <IconButton
        label="Stop the timer"
        shortcut="x"
        tooltipSide="bottom"
        variant="secondary"
        icon={<Square aria-hidden className="fill-danger text-danger" />}
        onClick={() => void stopTimer(entry)}
      />
    </>
  );
}

/** On a phone the identifier is enough; where there is none, as much of the title as fits. */
function Name({ entry: { task, project } }: { entry: ShownEntry }) {
  if (task?.identifier) {
    return (
      <>
        <span className="figures max-w-32 shrink-0 truncate md:text-muted">{task.identifier}</span>
        <span dir="auto" className="min-w-0 max-w-72 truncate max-md:sr-only">
          {taskTitle(task)}
        </span>
      </>
    );
  }
  return (
    <span dir="auto" className="min-w-0 max-w-72 truncate">
      {task?.name ?? project.name}
    </span>
  );
}
