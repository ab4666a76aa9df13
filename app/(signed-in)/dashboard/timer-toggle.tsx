'use client';

import { Play, Square } from 'lucide-react';
import { IconButton } from '@/app/_ui/icon-button';
import { type Subject, taskTitle } from '@/app/(signed-in)/_entries/subject';
import { startTimer, stopTimer } from '@/app/(signed-in)/_timer/timer-actions';
import { useShownEntry } from '@/app/(signed-in)/_timer/use-shown-entry';
import { isSameSubject } from '@/lib/browser/shown-timer';

type TimerToggleProps = { subject: Subject; description?: string; className?: string | undefined };

/** Starts the timer on a row's task, or stops it where it runs. */
export function TimerToggle({ subject, description = '', className }: TimerToggleProps) {
  const running = useShownEntry();
  const isOn = running !== null && isSameSubject(running, subject);
  const { task, project } = subject;
  const name = task ? (task.identifier ?? taskTitle(task).slice(0, 80)) : project.name;
  return (
    <IconButton
      size="sm"
      label={isOn ? `Stop the timer of ${name}` : `Start the timer on ${name}`}
      icon={isOn ? <Square aria-hidden className="fill-danger text-danger" /> : <Play aria-hidden />}
      onClick={() => void (isOn ? stopTimer(running) : startTimer(subject, { description }))}
      className={className}
    />
  );
}
