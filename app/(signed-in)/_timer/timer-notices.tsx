'use client';

import { late } from '@/app/_ui/late';
import { useLate } from '@/app/_ui/use-late';

const openNotices = late(async () => (await import('./open-timer-notices')).OpenTimerNotices);

/** Below the top bar, only while there is something to tell of time. */
export function TimerNotices() {
  const OpenNotices = useLate(openNotices, false);
  // A screen reader only hears what changes in a region that it knows already.
  return <div role="status">{OpenNotices && <OpenNotices />}</div>;
}
