'use client';

import { Play, Plus, Square } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { Elapsed } from '@/app/(signed-in)/_timer/elapsed';
import { stopTimer } from '@/app/(signed-in)/_timer/timer-actions';
import { openTimerDialog } from '@/app/(signed-in)/_timer/timer-dialog';
import { useShownEntry } from '@/app/(signed-in)/_timer/use-shown-entry';

type ThumbBarProps = { isOwn: boolean; onAdd: (() => void) | null };

/** On a phone: what one wants most, where the thumb is. */
export function ThumbBar({ isOwn, onAdd }: ThumbBarProps) {
  const running = useShownEntry();
  if (!isOwn && onAdd === null) return null;
  return (
    <div
      data-foot-bar
      className="fixed inset-x-0 bottom-0 z-20 flex gap-2 border-line border-t bg-canvas p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] md:hidden"
    >
      {isOwn &&
        (running ? (
          <Button variant="danger" onClick={() => void stopTimer(running)} className="min-h-12 flex-1 text-base">
            <Square aria-hidden />
            Stop
            <Elapsed startedAt={running.startedAt} />
          </Button>
        ) : (
          <Button variant="primary" onClick={() => openTimerDialog('start')} className="min-h-12 flex-1 text-base">
            <Play aria-hidden />
            Start timer
          </Button>
        ))}
      {onAdd && (
        <Button onClick={onAdd} className="min-h-12 flex-1 text-base">
          <Plus aria-hidden />
          Add time
        </Button>
      )}
    </div>
  );
}
