'use client';

import { cn } from '@/app/_ui/cn';
import { taskTitle } from '@/app/(signed-in)/_entries/subject';
import type { Stretch } from '@/lib/time/day-line';
import type { Day } from '@/lib/time/local-day';
import { draftTimes, focusDraft } from './draft-words';
import { useDrafts } from './use-drafts';

const oneLine = 14;
const twoLines = 36;

type DraftGhostsProps = { on: Day; placeOf: (stretch: Stretch) => { top: number; height: number } };

/** Drafts on the line, where nothing is yet. Pressing one leads to its row. */
export function DraftGhosts({ on, placeOf }: DraftGhostsProps) {
  const { drafts, data } = useDrafts({ on, isOn: true });
  if (!data) return null;
  return drafts
    .filter((draft) => draft.on === on)
    .map((draft) => {
      const { top, height } = placeOf(draft);
      const times = draftTimes(draft, data.timeZone);
      const { identifier, name, project } = draft.task;
      const title = `Draft: ${times}, ${name}. ${draft.reasons[0]?.text ?? ''}`;
      return (
        <button
          key={draft.id}
          type="button"
          title={title}
          aria-label={title}
          onClick={() => focusDraft(draft.id)}
          className="absolute inset-x-0 flex flex-col overflow-hidden rounded-sm border border-faint border-dashed bg-canvas px-1.5 text-left text-muted text-xs hover:border-accent hover:bg-accent-subtle hover:text-ink"
          style={{ top, height: height - 1, borderLeft: `3px dashed ${project.color}` }}
        >
          {height >= oneLine && (
            <span className={cn('flex min-w-0 items-center', height >= twoLines ? 'mt-0.5' : 'h-full leading-none')}>
              <span className="truncate">
                {identifier} {taskTitle({ name, identifier })}
              </span>
            </span>
          )}
          {height >= twoLines && <span className="figures truncate text-2xs">{times}, not saved</span>}
        </button>
      );
    });
}
