'use client';

import { useQuickTasks } from '@/app/(signed-in)/_entries/use-quick-tasks';
import type { ShownEntry } from '@/lib/browser/shown-timer';
import { StartPicker } from './start-picker';
import { StillWorkingDialog } from './still-working-dialog';
import { TabTimer } from './tab-timer';
import { WaitingDialog } from './waiting-dialog';

type OpenTimerExtrasProps = { entry: ShownEntry | null; typedAhead: string };

export function OpenTimerExtras({ entry, typedAhead }: OpenTimerExtrasProps) {
  // Asked for ahead, so that the start picker has them at once.
  useQuickTasks();
  return (
    <>
      {entry && <TabTimer entry={entry} />}
      <StartPicker running={entry} typedAhead={typedAhead} />
      <StillWorkingDialog />
      <WaitingDialog />
    </>
  );
}
