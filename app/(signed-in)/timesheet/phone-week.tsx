'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { IconButton } from '@/app/_ui/icon-button';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { startOfWeek } from '@/lib/time/local-day';
import { DayView } from './day/day-view';
import { useTimesheet } from './use-timesheet';
import type { WeekState } from './use-week';
import { WeekTarget } from './week-target';
import { weekName } from './week-words';

/** What a thumb can do with a week: go to another, pick a day of it, and work on that. */
export function PhoneWeek({ week }: { week: WeekState }) {
  const { weekStart } = usePerson();
  const { data, isPlaceholderData } = useTimesheet(week.query);
  const sheet = isPlaceholderData ? undefined : data;
  return (
    <>
      <div className="mb-3 flex items-center justify-between gap-1">
        <IconButton label="Week before" icon={<ChevronLeft aria-hidden />} onClick={() => week.shift(-1)} />
        <div className="flex flex-col items-center">
          <p className="figures text-muted text-xs">{weekName(sheet?.weekOn ?? startOfWeek(week.on, weekStart))}</p>
          {sheet && <WeekTarget seconds={sheet.seconds} targetSeconds={sheet.targetSeconds} />}
        </div>
        <IconButton label="Next week" icon={<ChevronRight aria-hidden />} onClick={() => week.shift(1)} />
      </div>
      <DayView on={week.on} userId={week.userId} />
    </>
  );
}
