'use client';

import { Play, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import type { EntryDraft } from '@/app/(signed-in)/_entries/entry-fields';
import { EntryRow } from '@/app/(signed-in)/_entries/entry-row';
import type { EntryActions } from '@/app/(signed-in)/_entries/use-entry-actions';
import type { useEntryKeys } from '@/app/(signed-in)/_entries/use-entry-keys';
import { useToday } from '@/app/(signed-in)/_entries/use-today';
import { openTimerDialog } from '@/app/(signed-in)/_timer/timer-dialog';
import type { Stretch } from '@/lib/time/day-line';
import type { Day } from '@/lib/time/local-day';
import { gapName } from './gap-name';
import type { DayOverview } from './use-day';

type DayListProps = {
  on: Day;
  day: DayOverview;
  actions: EntryActions;
  rowProps: ReturnType<typeof useEntryKeys>['rowProps'];
  onAdd: ((draft?: EntryDraft) => void) | null;
  closed: string | null;
};

/** The entries in their order, and what lies between them. */
export function DayList({ on, day, actions, rowProps, onAdd, closed }: DayListProps) {
  if (day.entries.length === 0) return <NothingTracked on={on} onAdd={onAdd} closed={closed} />;
  const gapBefore = new Map(day.gaps.map((gap) => [gap.end, gap]));
  return (
    <ol aria-label="Time entries" className="border-line border-t">
      {day.entries.flatMap((entry): ReactNode[] => {
        const start = entry.startedAt === null ? null : Date.parse(entry.startedAt);
        const gap = start === null ? undefined : gapBefore.get(start);
        if (start !== null) gapBefore.delete(start);
        return [
          gap && <Gap key={`gap-${gap.start}`} gap={gap} onAdd={onAdd} />,
          <EntryRow
            key={entry.id}
            entry={entry}
            actions={actions}
            list="day"
            isOverlapping={day.overlapping.has(entry.id)}
            {...rowProps(entry)}
          />,
        ];
      })}
    </ol>
  );
}

function Gap({ gap, onAdd }: { gap: Stretch; onAdd: DayListProps['onAdd'] }) {
  const text = gapName(gap);
  return (
    <li className="flex min-h-8 items-center gap-3 border-line border-b border-dashed bg-subtle px-3 text-muted text-xs">
      <span className="figures flex-1">{text}</span>
      {onAdd && (
        <Button
          size="sm"
          variant="ghost"
          aria-label={`Add time. ${text}`}
          onClick={() => onAdd({ start: gap.start, end: gap.end })}
        >
          <Plus aria-hidden />
          Add
        </Button>
      )}
    </li>
  );
}

function NothingTracked({ on, onAdd, closed }: Pick<DayListProps, 'on' | 'onAdd' | 'closed'>) {
  const today = useToday();
  return (
    <EmptyState
      title={on > today ? 'This day has not come yet.' : 'Nothing tracked on this day.'}
      description={on > today ? undefined : (closed ?? 'Add what you worked on, or start a timer.')}
      action={
        onAdd && (
          <>
            {on === today && (
              <Button onClick={() => openTimerDialog('start')}>
                <Play aria-hidden />
                Start timer
              </Button>
            )}
            <Button variant="primary" onClick={() => onAdd()}>
              <Plus aria-hidden />
              Add time
            </Button>
          </>
        )
      }
    />
  );
}
