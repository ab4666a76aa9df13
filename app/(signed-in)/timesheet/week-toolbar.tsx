'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/app/_ui/button';
import { IconButton } from '@/app/_ui/icon-button';
import { Input } from '@/app/_ui/input';
import { useShortcuts } from '@/app/_ui/use-shortcuts';
import type { Timesheet } from '@/lib/contracts/timesheet';
import type { Day } from '@/lib/time/local-day';
import type { WeekState } from './use-week';
import { WeekTarget } from './week-target';
import { weekName, weekNumber } from './week-words';

type WeekToolbarProps = {
  week: WeekState;
  weekOn: Day;
  /** Undefined until it is here. */
  sheet?: Timesheet | undefined;
  /** What can be done with the week. */
  children?: ReactNode;
};

const group = 'Timesheet';

export function WeekToolbar({ week, weekOn, sheet, children }: WeekToolbarProps) {
  useShortcuts([
    { keys: 'p', label: 'Week before', group, run: () => week.shift(-1) },
    { keys: 'n', label: 'Next week', group, run: () => week.shift(1) },
    { keys: 't', label: 'This week', group, run: week.showToday },
  ]);
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
      <div className="flex items-center gap-1">
        <IconButton
          label="Week before"
          icon={<ChevronLeft aria-hidden />}
          shortcut="p"
          onClick={() => week.shift(-1)}
        />
        <Button onClick={week.showToday}>This week</Button>
        <IconButton label="Next week" icon={<ChevronRight aria-hidden />} shortcut="n" onClick={() => week.shift(1)} />
      </div>
      <h2 className="figures font-medium text-base">
        {weekName(weekOn)}
        <span className="ml-2 font-normal text-muted text-sm">Week {weekNumber(weekOn)}</span>
      </h2>
      <Input
        type="date"
        aria-label="Show the week of"
        value={week.on}
        onChange={({ target }) => {
          // While a year is typed it is 0002, 0020 and 0202 first.
          if (target.value > '2000') week.show(target.value);
        }}
        className="w-36 text-sm"
      />
      <div className="ml-auto flex flex-wrap items-center gap-2">
        {sheet && <WeekTarget seconds={sheet.seconds} targetSeconds={sheet.targetSeconds} />}
        {children}
      </div>
    </div>
  );
}
