'use client';

import { PageBody } from '@/app/_ui/page-body';
import { TimesheetTabs } from '@/app/(signed-in)/timesheet/timesheet-tabs';
import { useWeek } from '@/app/(signed-in)/timesheet/use-week';
import { DayView } from './day-view';

export function DayScreen() {
  const { on, userId } = useWeek();
  return (
    <PageBody width="full">
      <h1 className="sr-only">Timesheet</h1>
      <TimesheetTabs active="day" on={on} userId={userId} />
      <div className="mt-4">
        <DayView on={on} userId={userId} />
      </div>
    </PageBody>
  );
}
