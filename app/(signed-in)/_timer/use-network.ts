'use client';

import { useSyncExternalStore } from 'react';
import { reach } from '@/lib/browser/sending';

/** `offline`: the browser has no network. `unreachable`: the last change did not get through. */
export function useNetwork(): 'there' | 'offline' | 'unreachable' {
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  const isReachable = useSyncExternalStore(reach.subscribe, reach.read, () => true);
  if (!isOnline) return 'offline';
  return isReachable ? 'there' : 'unreachable';
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
