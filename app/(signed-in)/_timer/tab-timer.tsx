'use client';

import { useEffect } from 'react';
import { setTitlePrefix } from '@/app/_ui/tab-title';
import type { ShownEntry } from '@/lib/browser/shown-timer';
import { formatDuration } from '@/lib/time/format-duration';
import { shortName } from './timer-actions';
import { useElapsed } from './use-elapsed';
import { useRunningIcon } from './use-running-icon';

/** "0:42 ENG-42 · Tasks", and another icon: the tab shows from afar that a timer runs. */
export function TabTimer({ entry }: { entry: ShownEntry }) {
  const elapsed = formatDuration(useElapsed(entry.startedAt));
  const name = shortName(entry).slice(0, 40);
  useEffect(() => setTitlePrefix(`${elapsed} ${name} · `), [elapsed, name]);
  useEffect(() => () => setTitlePrefix(''), []);
  useRunningIcon();
  return null;
}
