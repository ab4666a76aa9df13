'use client';

import { TriangleAlert } from 'lucide-react';
import type { CSSProperties } from 'react';
import { cn } from '@/app/_ui/cn';
import { isRunning, timeRange } from '@/app/(signed-in)/_entries/entry-words';
import { subjectName, taskTitle } from '@/app/(signed-in)/_entries/subject';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import type { Block } from '@/lib/time/day-line';

/** Two lines of text need so many pixels; below one line nothing is written. */
const twoLines = 36;
const oneLine = 14;
const leastPixels = 6;

type TimeLineBlockProps = {
  block: Block;
  entry: TimeEntry;
  isOverlapping: boolean;
  style: { top: number; height: number };
  onOpen: () => void;
};

export function TimeLineBlock({ block, entry, isOverlapping, style, onOpen }: TimeLineBlockProps) {
  const { task, project } = entry;
  const times = timeRange(entry);
  const height = Math.max(leastPixels, style.height - 1);
  const name = `${times}, ${subjectName(entry)}${isOverlapping ? ', overlaps with other time' : ''}`;
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      onClick={onOpen}
      className={cn(
        'absolute flex flex-col overflow-hidden border-l-3 bg-[color-mix(in_srgb,var(--entry)_16%,var(--canvas))] px-1.5 text-left text-ink text-xs hover:bg-[color-mix(in_srgb,var(--entry)_26%,var(--canvas))]',
        block.startsBefore ? 'rounded-t-none' : 'rounded-t-sm',
        block.endsAfter || isRunning(entry) ? 'rounded-b-none' : 'rounded-b-sm',
        isRunning(entry) && 'border-b-2 border-b-accent border-dashed',
        isOverlapping && 'outline-1 outline-warning -outline-offset-1',
      )}
      style={boxOf(block, { top: style.top, height, color: project.color })}
    >
      {height >= oneLine && (
        <span className={cn('flex min-w-0 items-center gap-1', height >= twoLines ? 'mt-0.5' : 'h-full leading-none')}>
          {isOverlapping && <TriangleAlert aria-hidden className="size-3 shrink-0 text-warning" />}
          <span className="truncate font-medium">
            {task ? (task.identifier ? `${task.identifier} ${taskTitle(task)}` : task.name) : project.name}
          </span>
        </span>
      )}
      {height >= twoLines && <span className="figures block truncate text-2xs text-muted">{times}</span>}
    </button>
  );
}

function boxOf({ lane, lanes }: Block, { top, height, color }: { top: number; height: number; color: string }) {
  const place = { top, height, left: `${(lane / lanes) * 100}%`, width: `calc(${100 / lanes}% - 2px)` };
  const paint: CSSProperties & Record<'--entry', string> = { borderLeftColor: color, '--entry': color };
  return { ...place, ...paint };
}
