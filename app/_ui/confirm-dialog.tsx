'use client';

import { late } from './late';
import type { ConfirmDialogProps } from './open-confirm-dialog';
import { useFocusReturn } from './use-focus-return';
import { useLate } from './use-late';
import { useWasTrue } from './use-was-true';

const openConfirmDialog = late(async () => (await import('./open-confirm-dialog')).OpenConfirmDialog);

/** Asks before something is destroyed. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const isWanted = useWasTrue(props.open);
  const focusReturn = useFocusReturn();
  const OpenConfirmDialog = useLate(openConfirmDialog, props.open);
  return OpenConfirmDialog && isWanted && <OpenConfirmDialog {...props} focusReturn={focusReturn} />;
}
