'use client';

import { cn } from '@/app/_ui/cn';
import { useNow } from '@/app/_ui/use-now';
import { formatLongDay } from '@/app/(signed-in)/_entries/day-words';
import { useToday } from '@/app/(signed-in)/_entries/use-today';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { useTimesheet } from '@/app/(signed-in)/timesheet/use-timesheet';
import { useWeek } from '@/app/(signed-in)/timesheet/use-week';
import { shortDay } from '@/app/(signed-in)/timesheet/week-words';
import { formatDuration } from '@/lib/time/format-duration';
import { addDays, type Day, listDays, startOfWeek } from '@/lib/time/local-day';
import { draftCount } from './draft-words';
import { stripSeconds } from './strip-seconds';
import { useDrafts } from './use-drafts';
import { useRunningEntries } from './use-running-entries';

type WeekStripProps = {
  on: Day;
  /** Of the shown day, with what runs; undefined until it is here. */
  shownSeconds: number | undefined;
  hasDrafts: boolean;
};

/** The days of the week with what was tracked and what runs, one tap away. */
export function WeekStrip({ on, shownSeconds, hasDrafts }: WeekStripProps) {
  const { weekStart } = usePerson();
  const { query, userId, show } = useWeek();
  const { data } = useTimesheet(query);
  const { drafts } = useDrafts({ on, isOn: hasDrafts });
  const today = useToday();
  const days = data?.days.some((day) => day.on === on) ? data.days.map((day) => day.on) : weekOf(on, weekStart);
  const running = useRunningEntries(userId);
  const secondsOn = stripSeconds(data?.days ?? [], running, useNow());
  return (
    <nav aria-label="Days of the week">
      <ul className="grid grid-cols-7 gap-1">
        {days.map((day) => (
          <li key={day}>
            <DayButton
              day={day}
              isShown={day === on}
              isToday={day === today}
              today={today}
              seconds={(day === on ? shownSeconds : undefined) ?? secondsOn.get(day) ?? 0}
              draftCount={drafts.filter((draft) => draft.on === day).length}
              onShow={() => show(day)}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function weekOf(on: Day, weekStart: number): Day[] {
  const first = startOfWeek(on, weekStart);
  return listDays(first, addDays(first, 6));
}

type DayButtonProps = {
  day: Day;
  isShown: boolean;
  isToday: boolean;
  today: Day;
  seconds: number;
  draftCount: number;
  onShow: () => void;
};

function DayButton({ day, isShown, isToday, today, seconds, draftCount: drafts, onShow }: DayButtonProps) {
  const { weekday, date } = shortDay(day);
  return (
    <button
      type="button"
      onClick={onShow}
      aria-current={isShown ? 'date' : undefined}
      aria-label={[
        formatLongDay(day, today),
        seconds > 0 ? formatDuration(seconds) : 'nothing tracked',
        ...(drafts > 0 ? [draftCount(drafts)] : []),
      ].join(', ')}
      className={cn(
        'relative flex min-h-11 w-full flex-col items-center justify-center rounded-md border border-transparent py-1 max-md:text-2xs text-muted text-xs transition-colors hover:bg-hover md:flex-row md:gap-2',
        isShown && 'border-accent bg-accent-subtle text-ink hover:bg-accent-subtle',
      )}
    >
      <span className={cn('figures whitespace-nowrap', isToday && 'font-semibold text-accent-text')}>
        {weekday} {date}
      </span>
      <span className={cn('figures whitespace-nowrap', seconds > 0 ? 'text-ink' : 'text-faint')}>
        {seconds > 0 ? formatDuration(seconds) : '–'}
      </span>
      {drafts > 0 && (
        <span className="figures top-0.5 right-0.5 flex h-4 min-w-4 items-center justify-center rounded-full border border-faint border-dashed px-1 text-2xs text-muted max-md:my-0.5 md:absolute">
          {drafts}
        </span>
      )}
    </button>
  );
}
