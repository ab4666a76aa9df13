'use client';

import { useLayoutEffect, useRef, useState } from 'react';
import { late } from '@/app/_ui/late';
import { useLate } from '@/app/_ui/use-late';
import { useNow } from '@/app/_ui/use-now';
import type { EntryDraft } from '@/app/(signed-in)/_entries/entry-fields';
import type { EntryActions } from '@/app/(signed-in)/_entries/use-entry-actions';
import { hourMarks, type Stretch } from '@/lib/time/day-line';
import { type Day, instantAt, localTime } from '@/lib/time/local-day';
import { gapName } from './gap-name';
import { TimeLineBlock } from './time-line-block';
import type { DayOverview } from './use-day';

const hourMs = 3_600_000;
const hourPixels = 44;
const workStart = '08:00';

const draftGhosts = late(async () => (await import('./draft-ghosts')).DraftGhosts);

type TimeLineProps = {
  on: Day;
  day: DayOverview;
  actions: EntryActions;
  onAdd: ((draft: EntryDraft) => void) | null;
  hasDrafts: boolean;
};

/** The day from midnight to midnight, as long as it is where the person lives. */
export function TimeLine({ on, day, actions, onAdd, hasDrafts }: TimeLineProps) {
  const Ghosts = useLate(draftGhosts, hasDrafts);
  const { timeZone, stretch, blocks, gaps } = day;
  const frame = useRef<HTMLElement>(null);
  // Fixed for the day: what is added later must not scroll the line away from under the pointer.
  const [firstTop] = useState(() => {
    const work = instantAt(on, workStart, timeZone).getTime();
    const first = Math.min(work, ...blocks.map(({ block }) => block.start));
    return pixelsOf(stretch, Math.max(stretch.start, first - hourMs / 2));
  });
  useLayoutEffect(() => {
    if (frame.current) frame.current.scrollTop = firstTop;
  }, [firstTop]);
  return (
    <section
      ref={frame}
      aria-label="Time line"
      // It scrolls, so the keyboard must be able to reach it.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
      tabIndex={0}
      className="relative h-[min(40rem,calc(100dvh-10rem))] overflow-y-auto rounded-md border border-line lg:sticky lg:top-16"
    >
      <div className="relative" style={{ height: pixelsOf(stretch, stretch.end) }}>
        <Hours stretch={stretch} timeZone={timeZone} />
        <div className="absolute inset-y-0 right-2 left-14">
          {gaps.map((gap) => (
            <Gap key={gap.start} gap={gap} stretch={stretch} timeZone={timeZone} onAdd={onAdd} />
          ))}
          {hasDrafts && Ghosts && <Ghosts on={on} placeOf={(ghost) => placeOf(stretch, ghost)} />}
          {blocks.map(({ block, entry }) => (
            <TimeLineBlock
              key={block.id}
              block={block}
              entry={entry}
              isOverlapping={day.overlapping.has(entry.id)}
              style={placeOf(stretch, block)}
              onOpen={() => actions.edit(entry)}
            />
          ))}
        </div>
        <NowLine stretch={stretch} />
      </div>
    </section>
  );
}

function pixelsOf(stretch: Stretch, at: number): number {
  return ((at - stretch.start) / hourMs) * hourPixels;
}

function placeOf(stretch: Stretch, { start, end }: Stretch): { top: number; height: number } {
  return { top: pixelsOf(stretch, start), height: pixelsOf(stretch, end) - pixelsOf(stretch, start) };
}

function Hours({ stretch, timeZone }: { stretch: Stretch; timeZone: string }) {
  return (
    <div aria-hidden>
      {hourMarks(stretch, timeZone).map(({ at, label }) => (
        <div key={at} className="absolute inset-x-0 border-line border-t" style={{ top: pixelsOf(stretch, at) }}>
          <span className="figures absolute top-0.5 left-2 text-2xs text-faint">{label}</span>
        </div>
      ))}
    </div>
  );
}

type GapProps = { gap: Stretch; stretch: Stretch; timeZone: string; onAdd: TimeLineProps['onAdd'] };
const shortestWithText = 14;

function Gap({ gap, stretch, timeZone, onAdd }: GapProps) {
  const { top, height } = placeOf(stretch, gap);
  const text = gapName(gap);
  const times = `${localTime(new Date(gap.start), timeZone)} to ${localTime(new Date(gap.end), timeZone)}`;
  const style = 'absolute inset-x-0 flex items-center justify-center overflow-hidden rounded-sm text-2xs text-muted';
  const shown = height >= shortestWithText ? text : '';
  if (!onAdd)
    return (
      <div className={style} style={{ top, height }}>
        {shown}
      </div>
    );
  return (
    <button
      type="button"
      aria-label={`Add time ${times}, ${text}`}
      title={`${times}, ${text}. Add time.`}
      onClick={() => onAdd({ start: gap.start, end: gap.end })}
      className={`${style} border border-line border-dashed hover:border-accent hover:bg-accent-subtle hover:text-ink`}
      style={{ top, height }}
    >
      {shown}
    </button>
  );
}

function NowLine({ stretch }: { stretch: Stretch }) {
  const now = useNow();
  if (now < stretch.start || now >= stretch.end) return null;
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-x-0 z-10 border-danger border-t before:absolute before:-top-1 before:left-12 before:size-2 before:rounded-full before:bg-danger"
      style={{ top: pixelsOf(stretch, now) }}
    />
  );
}
