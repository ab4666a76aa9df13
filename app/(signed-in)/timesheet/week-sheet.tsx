'use client';

import { CalendarDays } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { cn } from '@/app/_ui/cn';
import { EmptyState } from '@/app/_ui/empty-state';
import { Panel } from '@/app/_ui/panel';
import { useShortcuts } from '@/app/_ui/use-shortcuts';
import { subjectKey } from '@/app/(signed-in)/_entries/subject';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import type { Timesheet, TimesheetRow } from '@/lib/contracts/timesheet';
import { AddRow } from './add-row';
import { CopyMenu } from './copy-menu';
import { sheetDays } from './day-state';
import { rowHref } from './row-href';
import type { SheetQuery } from './sheet-query';
import { useRows } from './use-rows';
import { useWeekGrid } from './use-week-grid';
import { WeekGrid } from './week-grid';

type WeekSheetProps = {
  sheet: Timesheet;
  query: SheetQuery;
  /** It is another week than the one that is asked for. */
  isOld: boolean;
};

export function WeekSheet({ sheet, query, isOld }: WeekSheetProps) {
  const router = useRouter();
  const { role } = usePerson();
  const rows = useRows(query);
  const [isAdding, setIsAdding] = useState(false);
  const days = sheetDays(sheet, role === 'admin');
  const onOpenRow = (row: TimesheetRow) => router.push(rowHref(row));
  const grid = useWeekGrid({ sheet, days, query, onRemoveRow: rows.remove, onOpenRow });
  const today = days.findIndex(({ isToday }) => isToday);
  useShortcuts([{ keys: 'a', label: 'Add a row', group: 'Timesheet', run: () => setIsAdding(true) }]);
  const buttons = (
    <>
      <AddRow
        open={isAdding}
        onOpenChange={setIsAdding}
        onAdd={rows.add}
        onAdded={(subject) => grid.focus({ rowKey: subjectKey(subject), column: Math.max(0, today) + 1 })}
      />
      <CopyMenu query={query} />
    </>
  );
  return (
    <div inert={isOld} className={cn('transition-opacity', isOld && 'opacity-60 delay-150')}>
      <Panel flush>
        {sheet.rows.length === 0 ? (
          <EmptyState icon={<CalendarDays aria-hidden />} title="No time in this week yet." action={buttons} />
        ) : (
          <>
            <WeekGrid grid={grid} sheet={sheet} days={days} onRemoveRow={rows.remove} />
            <div className="flex flex-wrap items-center gap-2 border-line border-t p-2">
              {buttons}
              <p className="ml-auto px-1 text-faint text-xs max-lg:hidden">
                Type 1h 30m, 1:30, 90m or 1.5 into a cell. Space shows its entries.
              </p>
            </div>
          </>
        )}
      </Panel>
    </div>
  );
}
