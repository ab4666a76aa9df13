'use client';

import { CalendarDays } from 'lucide-react';
import { cn } from '@/app/_ui/cn';
import { formatDay } from '@/app/_ui/format-time';
import { useTimeZone } from '@/app/_ui/time-zone-context';
import { useNow } from '@/app/_ui/use-now';
import { dayIn } from './day-in';

type DueDateProps = { on: string; isOpen: boolean; className?: string };

/** "12 Nov"; when it is over for an open task, in the colour of a warning and in words. */
export function DueDate({ on, isOpen, className }: DueDateProps) {
  const now = useNow();
  const today = dayIn(useTimeZone(), now);
  const isLate = isOpen && on < today;
  const text = on === today ? 'Today' : formatDay(Date.parse(on), now, 'UTC');
  return (
    <span
      className={cn(
        'figures inline-flex items-center gap-1 whitespace-nowrap',
        isLate ? 'text-danger' : 'text-muted',
        className,
      )}
      title={isLate ? 'Overdue' : 'Due date'}
    >
      <CalendarDays aria-hidden className="size-3.5 shrink-0" />
      <time dateTime={on}>{text}</time>
      {isLate && <span className="sr-only">(overdue)</span>}
    </span>
  );
}
