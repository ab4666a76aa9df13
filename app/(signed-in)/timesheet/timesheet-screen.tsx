'use client';

import { ErrorState } from '@/app/_ui/error-state';
import { late } from '@/app/_ui/late';
import { PageBody } from '@/app/_ui/page-body';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { useLate } from '@/app/_ui/use-late';
import { useMediaQuery } from '@/app/_ui/use-media-query';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { startOfWeek } from '@/lib/time/local-day';
import { TimesheetHeader } from './timesheet-header';
import { useTimesheet } from './use-timesheet';
import { useWeek, type WeekState } from './use-week';
import { WeekSheet } from './week-sheet';
import { WeekToolbar } from './week-toolbar';

const phoneWeek = late(async () => (await import('./phone-week')).PhoneWeek);

/** The week as a grid; on a phone its days one by one. */
export function TimesheetScreen() {
  const week = useWeek();
  const isPhone = useMediaQuery('(max-width: 767px)');
  const PhoneWeek = useLate(phoneWeek, isPhone);
  return (
    <PageBody width="full">
      <TimesheetHeader active="week" week={week} />
      {isPhone ? PhoneWeek && <PhoneWeek week={week} /> : <Week week={week} />}
    </PageBody>
  );
}

function Week({ week }: { week: WeekState }) {
  const { weekStart } = usePerson();
  const { data, isPending, isError, error, isFetching, isPlaceholderData, refetch } = useTimesheet(week.query);
  if (data) {
    return (
      <div className="max-md:hidden">
        <WeekSheet key={data.user.id} week={week} sheet={data} isOld={isPlaceholderData} />
      </div>
    );
  }
  return (
    <div className="max-md:hidden">
      <WeekToolbar week={week} weekOn={startOfWeek(week.on, weekStart)} />
      {isPending && <SkeletonRows rows={6} label="Loading the week" />}
      {isError && (
        <ErrorState
          title="The week could not be loaded."
          error={error}
          onRetry={() => refetch()}
          isRetrying={isFetching}
        />
      )}
    </div>
  );
}
