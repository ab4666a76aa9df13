'use client';

import { PageBody } from '@/app/_ui/page-body';
import { TimesheetHeader } from '@/app/(signed-in)/timesheet/timesheet-header';
import { useWeek } from '@/app/(signed-in)/timesheet/use-week';
import { DayView } from './day-view';

export function DayScreen() {
  const week = useWeek();
  return (
    <PageBody width="full">
      <TimesheetHeader active="day" week={week} />
      <DayView on={week.on} userId={week.userId} />
    </PageBody>
  );
}
