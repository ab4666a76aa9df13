'use client';

import { type ComponentType, useEffect, useSyncExternalStore } from 'react';
import { whenIdle } from '@/lib/browser/when-idle';
import type { Late } from './late';
import { toastError } from './toast-error';

const nothing = () => null;

/**
 * The part once it is there: it is fetched when the page is at rest, or at once when it is wanted before that. Not
 * React's `lazy`: that one never shows a part in the same moment in which it is opened, and keys that are pressed right
 * after would go astray.
 */
export function useLate<Props extends object>(part: Late<Props>, isWanted: boolean): ComponentType<Props> | null {
  useEffect(() => {
    if (isWanted) {
      part.fetch().catch((error: unknown) => toastError('This could not be loaded.', error));
      return;
    }
    // Nobody has asked for it yet, so a failure bothers nobody: asking tries again.
    return whenIdle(() => void part.fetch().catch(() => undefined));
  }, [part, isWanted]);
  return useSyncExternalStore(part.subscribe, part.read, nothing);
}
