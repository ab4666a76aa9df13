'use client';

import { useEffect } from 'react';
import { useQuickTasks } from '@/app/(signed-in)/_entries/use-quick-tasks';
import type { ShownEntry } from '@/lib/browser/shown-timer';
import { StartPicker } from './start-picker';
import { StillWorkingDialog } from './still-working-dialog';
import { TabTimer } from './tab-timer';
import { openTimerDialog } from './timer-dialog';
import { WaitingDialog } from './waiting-dialog';

export function OpenTimerExtras({ entry }: { entry: ShownEntry | null }) {
  // Asked for ahead, so that the start picker has them at once.
  useQuickTasks();
  useStartByAddress();
  return (
    <>
      {entry && <TabTimer entry={entry} />}
      <StartPicker running={entry} />
      <StillWorkingDialog />
      <WaitingDialog />
    </>
  );
}

/** `?timer=start`, as the installed app's own shortcut has it, opens the start picker. */
function useStartByAddress(): void {
  useEffect(() => {
    const url = new URL(window.location.href);
    if (url.searchParams.get('timer') !== 'start') return;
    url.searchParams.delete('timer');
    window.history.replaceState(window.history.state, '', url);
    openTimerDialog('start');
  }, []);
}
