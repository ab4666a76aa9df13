'use client';

import { late } from './late';
import type { SheetProps } from './open-sheet';
import { useFocusReturn } from './use-focus-return';
import { useLate } from './use-late';
import { useTypedAhead } from './use-typed-ahead';
import { useWasTrue } from './use-was-true';

const openSheet = late(async () => (await import('./open-sheet')).OpenSheet);

/** A panel from the edge: the details of a row on the right, navigation on the left. */
export function Sheet(props: SheetProps) {
  const isWanted = useWasTrue(props.open);
  const focusReturn = useFocusReturn();
  const OpenSheet = useLate(openSheet, props.open);
  useTypedAhead(props.open);
  return OpenSheet && isWanted && <OpenSheet {...props} focusReturn={focusReturn} />;
}
