'use client';

import { late } from '@/app/_ui/late';
import { useLate } from '@/app/_ui/use-late';
import { useTypedAhead } from '@/app/_ui/use-typed-ahead';
import type { ShownEntry } from '@/lib/browser/shown-timer';
import { useTimerDialog } from './timer-dialog';

const openExtras = late(async () => (await import('./open-timer-extras')).OpenTimerExtras);

/** The dialogs, the tab's title and icon: all that is not there at first sight. */
export function TimerExtras({ entry }: { entry: ShownEntry | null }) {
  const { dialog } = useTimerDialog();
  const isWanted = dialog !== null && dialog !== 'details';
  const OpenTimerExtras = useLate(openExtras, isWanted);
  useTypedAhead(dialog === 'start');
  return OpenTimerExtras && <OpenTimerExtras entry={entry} />;
}
