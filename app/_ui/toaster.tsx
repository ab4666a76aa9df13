'use client';

import { late } from './late';
import { useLate } from './use-late';

const openToaster = late(async () => (await import('./open-toaster')).OpenToaster);

/**
 * Say something with `toast`; offer undo with `toastUndo`. It is here before the first toast, because a screen reader
 * only hears what changes in a region that it knows already.
 */
export function Toaster() {
  const OpenToaster = useLate(openToaster, false);
  return OpenToaster && <OpenToaster />;
}
