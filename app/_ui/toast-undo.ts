'use client';

import { toast } from './toast';

const undoMilliseconds = 5000;

/** "Token deleted." with a way back for five seconds. */
export function toastUndo(message: string, onUndo: () => void): void {
  toast(message, {
    duration: undoMilliseconds,
    action: { label: 'Undo', onClick: onUndo },
  });
}
