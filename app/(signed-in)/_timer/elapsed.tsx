'use client';

import { cn } from '@/app/_ui/cn';
import { formatClock } from '@/lib/time/format-duration';
import { useElapsed } from './use-elapsed';

type ElapsedProps = { startedAt: string; className?: string | undefined };

/** "0:42:07", counting. */
export function Elapsed({ startedAt, className }: ElapsedProps) {
  const seconds = useElapsed(startedAt);
  return (
    // A second may pass between the server's render and the browser's: the next tick puts it right.
    <span suppressHydrationWarning className={cn('figures whitespace-nowrap', className)}>
      {formatClock(seconds)}
    </span>
  );
}
