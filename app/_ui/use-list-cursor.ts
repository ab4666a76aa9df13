'use client';

import { useState } from 'react';
import { useShortcuts } from './use-shortcuts';

type ListCursorOptions = {
  /** How many rows there are. */
  count: number;
  /** Enter. */
  onOpen: (index: number) => void;
  /** To scroll the row into view. */
  onMove?: ((index: number) => void) | undefined;
};

/** j and k walk a list, Enter opens the row. Null until one of them was pressed. */
export function useListCursor({ count, onOpen, onMove }: ListCursorOptions) {
  const [wanted, setCursor] = useState<number | null>(null);
  const cursor = wanted === null || count === 0 ? null : Math.min(wanted, count - 1);

  function move(step: 1 | -1) {
    if (count === 0) return;
    const next = cursor === null ? 0 : Math.max(0, Math.min(count - 1, cursor + step));
    setCursor(next);
    onMove?.(next);
  }

  useShortcuts([
    { keys: 'j', label: 'Next row', group: 'Lists', run: () => move(1) },
    { keys: 'k', label: 'Row before', group: 'Lists', run: () => move(-1) },
    {
      keys: 'enter',
      label: 'Open the row',
      group: 'Lists',
      run: () => (cursor === null ? undefined : onOpen(cursor)),
    },
  ]);
  return { cursor, setCursor };
}
