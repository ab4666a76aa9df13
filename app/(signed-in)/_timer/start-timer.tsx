'use client';

import { Play } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { Kbd } from '@/app/_ui/kbd';
import { openTimerDialog } from './timer-dialog';

/** Quiet while nothing runs. */
export function StartTimer() {
  return (
    <Button variant="ghost" aria-keyshortcuts="s" onClick={() => openTimerDialog('start')} className="px-2">
      <Play aria-hidden />
      Start timer
      <Kbd keys="s" className="max-md:hidden pointer-coarse:hidden" />
    </Button>
  );
}
