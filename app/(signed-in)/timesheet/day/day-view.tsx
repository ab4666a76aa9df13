'use client';

import { ErrorState } from '@/app/_ui/error-state';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { useMediaQuery } from '@/app/_ui/use-media-query';
import { useShortcuts } from '@/app/_ui/use-shortcuts';
import type { EntryDraft } from '@/app/(signed-in)/_entries/entry-fields';
import { useEntryActions } from '@/app/(signed-in)/_entries/use-entry-actions';
import { useEntryKeys } from '@/app/(signed-in)/_entries/use-entry-keys';
import { useToday } from '@/app/(signed-in)/_entries/use-today';
import { useWeek } from '@/app/(signed-in)/timesheet/use-week';
import { addDays, type Day } from '@/lib/time/local-day';
import { DayHeader } from './day-header';
import { DayList } from './day-list';
import { FoldedTimeLine } from './folded-time-line';
import { ThumbBar } from './thumb-bar';
import { TimeLine } from './time-line';
import { useDay } from './use-day';
import { useDayClosed } from './use-day-closed';
import { useDrafting } from './use-drafting';
import { WeekStrip } from './week-strip';

type DayViewProps = {
  on: Day;
  /** Left out: one's own time. */
  userId?: string | undefined;
};

/** One day of one person: its entries, what lies between them, and both on a line. */
export function DayView({ on, userId }: DayViewProps) {
  const { day, isPending, isPlaceholderData, error, refetch, isFetching } = useDay({ on, userId });
  const { actions, dialogs } = useEntryActions();
  const { rowProps } = useEntryKeys(day.entries, actions);
  const closed = useDayClosed(on);
  const isWide = useMediaQuery('(min-width: 64rem)');
  const drafting = useDrafting(on, userId === undefined);
  const add = (draft: EntryDraft = {}) => actions.add({ on, userId, timeZone: day.timeZone, ...draft });
  useDayKeys(on, closed ? null : () => add(), drafting.toggle);

  const canAdd = closed === null;
  const timeLine = (
    <TimeLine
      key={`${on} ${isPlaceholderData}`}
      on={on}
      day={day}
      actions={actions}
      onAdd={canAdd ? add : null}
      hasDrafts={drafting.isOn}
    />
  );
  return (
    <div className="flex flex-col gap-4 max-md:pb-20">
      <DayHeader on={on} day={day} closed={closed} onAdd={canAdd ? () => add() : null} drafting={drafting} />
      <WeekStrip
        on={on}
        shownSeconds={isPending || isPlaceholderData ? undefined : day.totalSeconds}
        hasDrafts={drafting.isOn}
      />
      {error && !day.entries.length ? (
        <ErrorState
          title="The day could not be loaded."
          error={error}
          onRetry={() => refetch()}
          isRetrying={isFetching}
        />
      ) : isPending ? (
        <SkeletonRows rows={6} label="Loading the day" />
      ) : (
        <div
          aria-busy={isPlaceholderData}
          className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]"
        >
          <div>
            {drafting.panel(closed)}
            <DayList
              on={on}
              day={day}
              actions={actions}
              rowProps={rowProps}
              onAdd={canAdd ? add : null}
              closed={closed}
            />
          </div>
          {isWide ? timeLine : <FoldedTimeLine>{timeLine}</FoldedTimeLine>}
        </div>
      )}
      <ThumbBar isOwn={userId === undefined} onAdd={canAdd ? () => add() : null} />
      {dialogs}
    </div>
  );
}

const group = 'This day';

function useDayKeys(on: Day, add: (() => void) | null, reconstruct: (() => void) | null) {
  const { show, showToday } = useWeek();
  const today = useToday();
  useShortcuts([
    ...(add ? [{ keys: 'n', label: 'Add time', group, run: add }] : []),
    ...(reconstruct ? [{ keys: 'r', label: 'Reconstruct from Linear', group, run: reconstruct }] : []),
    { keys: 'left', label: 'Day before', group, run: () => show(addDays(on, -1)) },
    { keys: 'right', label: 'Day after', group, run: () => show(addDays(on, 1)) },
    ...(on === today ? [] : [{ keys: 't', label: 'Today', group, run: showToday }]),
  ]);
}
