'use client';

import { Lock } from 'lucide-react';
import Link from 'next/link';
import { cn } from '@/app/_ui/cn';
import { Tooltip } from '@/app/_ui/tooltip';
import { toQueryString } from '@/lib/browser/to-query-string';
import type { SheetDay } from './day-state';
import { dayTint } from './week-cell';
import { dayName, isWeekend, shortDay } from './week-words';

type WeekHeadProps = { days: readonly SheetDay[]; userId: string | undefined };

export function WeekHead({ days, userId }: WeekHeadProps) {
  return (
    <thead className="sticky top-0 z-20">
      <tr className="h-11 bg-canvas [&>th]:border-line [&>th]:border-b">
        <th
          scope="col"
          className="sticky left-0 z-10 border-line border-r min-w-56 bg-canvas px-3 text-left font-medium text-faint text-xs"
        >
          Task
        </th>
        {days.map((day) => (
          <DayHead key={day.on} day={day} userId={userId} />
        ))}
        <th
          scope="col"
          className="min-w-20 border-line border-r last:border-r-0 px-3 text-right font-medium text-faint text-xs"
        >
          Total
        </th>
      </tr>
    </thead>
  );
}

function DayHead({ day, userId }: { day: SheetDay; userId: string | undefined }) {
  const { on, isToday, isLocked, closed } = day;
  const { weekday, date } = shortDay(on);
  return (
    <th
      scope="col"
      aria-label={`${dayName(on)}${isToday ? ', today' : ''}${isLocked ? ', locked' : ''}`}
      aria-current={isToday ? 'date' : undefined}
      className={cn('min-w-20 border-line border-r last:border-r-0 px-3 text-right font-normal', dayTint(day))}
    >
      <span className="flex items-center justify-end gap-1">
        {isLocked && (
          <Tooltip content={closed ?? 'Locked. As an admin you can still change it.'}>
            <span className="mr-auto flex size-5 items-center justify-center text-faint">
              <Lock aria-hidden className="size-3.5" />
            </span>
          </Tooltip>
        )}
        <Link
          href={`/timesheet/day${toQueryString({ on, user: userId })}`}
          prefetch={false}
          tabIndex={-1}
          className="flex flex-col items-end hover:underline"
        >
          <span className={cn('text-xs', isToday ? 'font-medium text-accent-text' : 'text-faint')}>{weekday}</span>
          <span className={cn('figures', isToday ? 'font-semibold text-accent-text' : isWeekend(on) && 'text-muted')}>
            {date}
          </span>
        </Link>
      </span>
    </th>
  );
}
