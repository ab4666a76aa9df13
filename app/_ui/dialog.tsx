'use client';

import { late } from './late';
import type { DialogProps } from './open-dialog';
import { useFocusReturn } from './use-focus-return';
import { useLate } from './use-late';
import { useTypedAhead } from './use-typed-ahead';
import { useWasTrue } from './use-was-true';

const openDialog = late(async () => (await import('./open-dialog')).OpenDialog);

/** A form inside: give it an id, and the footer's submit button the same as its `form`. */
export function Dialog(props: DialogProps) {
  const isWanted = useWasTrue(props.open);
  const focusReturn = useFocusReturn();
  const OpenDialog = useLate(openDialog, props.open);
  useTypedAhead(props.open);
  return OpenDialog && isWanted && <OpenDialog {...props} focusReturn={focusReturn} />;
}
