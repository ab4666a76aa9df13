'use client';

import { useState } from 'react';
import { useShortcuts } from '@/app/_ui/use-shortcuts';

/** j and k walk through the rows, Enter opens one. Answers the index of the active row, or -1. */
export function useRowKeys<Row>(rows: readonly Row[], open: (row: Row) => void): number {
  const [active, setActive] = useState(-1);
  const step = (by: number) => setActive((now) => Math.max(0, Math.min(rows.length - 1, now + by)));
  const row = rows[active];
  useShortcuts([
    { keys: 'j', label: 'Next row', group: 'This page', run: () => step(1) },
    { keys: 'k', label: 'Row before', group: 'This page', run: () => step(-1) },
    // Without an active row, Enter belongs to whatever has the focus.
    ...(row ? [{ keys: 'enter', label: 'Open', group: 'This page', run: () => open(row) }] : []),
  ]);
  return row ? active : -1;
}
