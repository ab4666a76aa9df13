'use client';

import { useSyncExternalStore } from 'react';

/** The platform does not change while the page is open. */
const never = () => () => undefined;

/** Whether the main modifier is the command key. False until the page has hydrated. */
export function useIsApple(): boolean {
  return useSyncExternalStore(
    never,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );
}
