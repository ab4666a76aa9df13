'use client';

import { ChevronLeft, ChevronRight, History, Lock, Plus } from 'lucide-react';
import { Badge } from '@/app/_ui/badge';
import { Button } from '@/app/_ui/button';
import { IconButton } from '@/app/_ui/icon-button';
import { formatLongDay, formatShortDay } from '@/app/(signed-in)/_entries/day-words';
import { useToday } from '@/app/(signed-in)/_entries/use-today';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { useWeek } from '@/app/(signed-in)/timesheet/use-week';
import { formatDuration } from '@/lib/time/format-duration';
import { addDays, type Day } from '@/lib/time/local-day';
import type { DayOverview } from './use-day';
import { type Drafting, reconstructId } from './use-drafting';

type DayHeaderProps = {
  on: Day;
  day: DayOverview;
  /** Why nothing can be added. */
  closed: string | null;
  onAdd: (() => void) | null;
  drafting: Drafting;
};

export function DayHeader({ on, day, closed, onAdd, drafting }: DayHeaderProps) {
  const today = useToday();
  const { show, showToday } = useWeek();
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <div className="flex items-center gap-1 max-md:order-last">
        <IconButton
          label="Day before"
          icon={<ChevronLeft aria-hidden />}
          shortcut="left"
          onClick={() => show(addDays(on, -1))}
        />
        <Button onClick={showToday} disabled={on === today}>
          Today
        </Button>
        <IconButton
          label="Day after"
          icon={<ChevronRight aria-hidden />}
          shortcut="right"
          onClick={() => show(addDays(on, 1))}
        />
      </div>
      <div className="flex min-w-0 items-center gap-2 max-md:mr-auto">
        <h2 className="font-medium text-base text-ink max-md:text-lg">
          <span className="max-sm:hidden">{formatLongDay(on, today)}</span>
          <span className="sm:hidden">{formatShortDay(on)}</span>
        </h2>
        {closed && on <= today && <Badge icon={<Lock aria-hidden />}>Locked</Badge>}
      </div>
      <p className="text-muted text-sm max-md:order-last max-md:-mt-1 max-md:basis-full">
        <Totals day={day} />
      </p>
      <div className="ml-auto flex items-center gap-2">
        {drafting.toggle && (
          <Button
            id={reconstructId}
            onClick={drafting.toggle}
            aria-pressed={drafting.isOn}
            aria-keyshortcuts="r"
            className="aria-pressed:bg-selected"
          >
            <History aria-hidden />
            Reconstruct
          </Button>
        )}
        {onAdd && (
          <Button variant="primary" onClick={onAdd} aria-keyshortcuts="n" className="max-md:hidden">
            <Plus aria-hidden />
            Add time
          </Button>
        )}
      </div>
    </header>
  );
}

/** "7:30 tracked, 6:00 billable, 0:45 not tracked in between, 0:15 tracked twice" */
function Totals({ day }: { day: DayOverview }) {
  const own = usePerson().timeZone;
  const { totalSeconds, billableSeconds, untrackedSeconds, overlapSeconds, timeZone } = day;
  const parts = [
    totalSeconds > 0 && billableSeconds < totalSeconds && `${formatDuration(billableSeconds)} billable`,
    untrackedSeconds > 0 && `${formatDuration(untrackedSeconds)} not tracked in between`,
    overlapSeconds > 0 && `${formatDuration(overlapSeconds)} tracked twice`,
  ].filter(Boolean);
  return (
    <span className="figures">
      <span className="font-medium text-ink">{formatDuration(totalSeconds)}</span> tracked
      {parts.map((part) => `, ${part}`)}
      {timeZone !== own && `. Times in ${timeZone}.`}
    </span>
  );
}
