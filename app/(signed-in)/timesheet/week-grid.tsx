'use client';

import { useRouter } from 'next/navigation';
import { useShortcuts } from '@/app/_ui/use-shortcuts';
import { EntryDialog } from '@/app/(signed-in)/_entries/entry-dialog';
import { subjectKey } from '@/app/(signed-in)/_entries/subject';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { useStartTimer } from '@/app/(signed-in)/_timer/use-start-timer';
import { toQueryString } from '@/lib/browser/to-query-string';
import type { Timesheet, TimesheetRow } from '@/lib/contracts/timesheet';
import type { SheetDay } from './day-state';
import type { WeekGridState } from './use-week-grid';
import { WeekFoot } from './week-foot';
import { WeekHead } from './week-head';
import { WeekRow } from './week-row';

type WeekGridProps = {
  grid: WeekGridState;
  sheet: Timesheet;
  days: readonly SheetDay[];
  onRemoveRow: (row: TimesheetRow) => void;
};

export function WeekGrid({ grid, sheet, days, onRemoveRow }: WeekGridProps) {
  const router = useRouter();
  const { id: ownId } = usePerson();
  const startTimer = useStartTimer();
  const start = sheet.user.id === ownId ? (row: TimesheetRow) => startTimer(row) : undefined;
  const { active, userId } = grid;
  const day = active?.day;
  useShortcuts([
    ...(active && start
      ? [{ keys: 's', label: 'Start the timer on the row', group, run: () => start(active.row) }]
      : []),
    ...(day
      ? [
          {
            keys: 'd',
            label: 'Open the day',
            group,
            run: () => router.push(`/timesheet/day${toQueryString({ on: day.on, user: userId })}`),
          },
        ]
      : []),
  ]);
  return (
    <>
      <div className="max-h-[max(24rem,calc(100dvh-15rem))] overflow-auto">
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is used like a spreadsheet.
          role="grid"
          aria-label={`Week of ${sheet.user.name}`}
          onKeyDown={grid.onKeyDown}
          onFocus={() => grid.setHasFocus(true)}
          onBlur={() => grid.setHasFocus(false)}
          className="w-full border-separate border-spacing-0 text-sm"
        >
          <WeekHead days={days} userId={userId} />
          <tbody>
            {sheet.rows.map((row) => (
              <WeekRow
                key={subjectKey(row)}
                grid={grid}
                row={row}
                days={days}
                actions={{ remove: onRemoveRow, start }}
              />
            ))}
          </tbody>
          <WeekFoot sheet={sheet} days={days} />
        </table>
      </div>
      <EntryDialog entry={grid.edited} open={grid.edited !== null} onOpenChange={() => grid.edit(null)} />
    </>
  );
}

const group = 'Timesheet';
