'use client';

import { PageHeader } from '@/app/_ui/page-header';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { PersonSelect } from './person-select';
import { TimesheetTabs } from './timesheet-tabs';
import type { WeekState } from './use-week';

type TimesheetHeaderProps = { active: 'week' | 'day'; week: WeekState };

/** Stands still on the way from the week to the day and back. */
export function TimesheetHeader({ active, week }: TimesheetHeaderProps) {
  const { role } = usePerson();
  return (
    <>
      <PageHeader
        title="Timesheet"
        actions={role === 'admin' && <PersonSelect userId={week.userId} onChange={week.showPerson} />}
      />
      <div className="mb-3 max-md:hidden">
        <TimesheetTabs active={active} on={week.chosen} userId={week.userId} />
      </div>
    </>
  );
}
