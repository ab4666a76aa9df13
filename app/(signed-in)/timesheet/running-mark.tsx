'use client';

import { type Subject, subjectKey } from '@/app/(signed-in)/_entries/subject';
import { useElapsed } from '@/app/(signed-in)/_timer/use-elapsed';
import { useShownEntry } from '@/app/(signed-in)/_timer/use-shown-entry';
import { formatDuration } from '@/lib/time/format-duration';

/** The running timer in its cell: it counts here, and in the totals only after it is stopped. */
export function RunningMark({ row, isOwnSheet }: { row: Subject; isOwnSheet: boolean }) {
  const running = useShownEntry();
  const isOwn = isOwnSheet && running !== null && subjectKey(running) === subjectKey(row);
  return (
    <span className="flex items-center gap-1 text-2xs text-accent-text" title="Running. Counted when it is stopped.">
      <span aria-hidden className="size-1.5 animate-pulse rounded-full bg-accent motion-reduce:animate-none" />
      {isOwn ? <Counting startedAt={running.startedAt} /> : 'running'}
    </span>
  );
}

function Counting({ startedAt }: { startedAt: string }) {
  return <>{formatDuration(useElapsed(startedAt))}</>;
}
