'use client';

import { CalendarDays, History } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { ButtonLink } from '@/app/_ui/button-link';
import { cn } from '@/app/_ui/cn';
import { EmptyState } from '@/app/_ui/empty-state';
import { Panel } from '@/app/_ui/panel';
import { useShortcuts } from '@/app/_ui/use-shortcuts';
import { subjectKey } from '@/app/(signed-in)/_entries/subject';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { toQueryString } from '@/lib/browser/to-query-string';
import type { Timesheet, TimesheetRow } from '@/lib/contracts/timesheet';
import { type Day, startOfWeek } from '@/lib/time/local-day';
import { AddRow } from './add-row';
import { CopyMenu } from './copy-menu';
import { sheetDays } from './day-state';
import { rowHref } from './row-href';
import { useCopyWeek } from './use-copy-week';
import { useRows } from './use-rows';
import type { WeekState } from './use-week';
import { useWeekGrid } from './use-week-grid';
import { WeekGrid } from './week-grid';
import { WeekToolbar } from './week-toolbar';

type WeekSheetProps = {
  week: WeekState;
  sheet: Timesheet;
  /** It is another week than the one that is asked for. */
  isOld: boolean;
};

const group = 'Timesheet';

export function WeekSheet({ week, sheet, isOld }: WeekSheetProps) {
  const router = useRouter();
  const { role, weekStart } = usePerson();
  const rows = useRows(week.query);
  const copy = useCopyWeek(week.query);
  const [isAdding, setIsAdding] = useState(false);
  const days = sheetDays(sheet, role === 'admin');
  const reconstructOn = week.userId === undefined ? dayToReconstruct(sheet) : null;
  const onOpenRow = (row: TimesheetRow) => router.push(rowHref(row));
  const grid = useWeekGrid({ sheet, days, query: week.query, onRemoveRow: rows.remove, onOpenRow });
  const todayColumn = days.findIndex(({ isToday }) => isToday) + 1;
  const go = (step: 'up' | 'down') => (grid.active ? grid.move(step) : grid.enter());
  useShortcuts([
    { keys: 'a', label: 'Add a row', group, run: () => setIsAdding(true) },
    { keys: 'j', label: 'Next row', group, run: () => go('down') },
    { keys: 'k', label: 'Row before', group, run: () => go('up') },
  ]);
  return (
    <>
      <WeekToolbar
        week={week}
        weekOn={isOld ? startOfWeek(week.on, weekStart) : sheet.weekOn}
        sheet={isOld ? undefined : sheet}
      >
        {reconstructOn && (
          <ButtonLink href={`/timesheet/day${toQueryString({ on: reconstructOn, drafts: 'true' })}`} prefetch={false}>
            <History aria-hidden />
            Reconstruct
          </ButtonLink>
        )}
        <CopyMenu isCopying={copy.isPending} onCopy={copy.mutate} />
        <AddRow
          open={isAdding}
          onOpenChange={setIsAdding}
          onAdd={rows.add}
          onAdded={(subject) => grid.focus({ rowKey: subjectKey(subject), column: Math.max(1, todayColumn) })}
        />
      </WeekToolbar>
      <Panel flush inert={isOld} className={cn('transition-opacity', isOld && 'opacity-60 delay-150')}>
        {sheet.rows.length === 0 ? (
          <NoRows onAdd={() => setIsAdding(true)} onCopy={() => copy.mutate('rows', { onSuccess: grid.enter })} />
        ) : (
          <WeekGrid grid={grid} sheet={sheet} days={days} onRemoveRow={rows.remove} />
        )}
      </Panel>
      {sheet.rows.length > 0 && (
        <p className="mt-2 px-1 text-faint text-xs">
          Type 1h 30m, 1:30, 90m or 1.5 into a cell. The space bar shows what it is made of.
        </p>
      )}
    </>
  );
}

/** Today in this week, in one before the first day; null in one that has not come yet. */
function dayToReconstruct({ weekOn, today, days }: Timesheet): Day | null {
  if (weekOn > today) return null;
  return days.some(({ on }) => on === today) ? today : weekOn;
}

function NoRows({ onAdd, onCopy }: { onAdd: () => void; onCopy: () => void }) {
  return (
    <EmptyState
      icon={<CalendarDays aria-hidden />}
      title="No time in this week yet."
      action={
        <>
          <Button onClick={onAdd}>Add a row</Button>
          <Button onClick={onCopy}>Copy last week’s rows</Button>
        </>
      }
    />
  );
}
