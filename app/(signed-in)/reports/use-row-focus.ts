'use client';

import { useRef } from 'react';
import { useShortcuts } from '@/app/_ui/use-shortcuts';

/** j and k give the focus to the row after and before; Enter and the arrows are then the row's own. */
export function useRowFocus<Box extends HTMLElement = HTMLTableSectionElement>() {
  const body = useRef<Box>(null);

  function move(step: 1 | -1) {
    const rows = [...(body.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const focused = document.activeElement;
    const now = focused instanceof HTMLElement ? rows.indexOf(focused) : -1;
    const next = now === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, now + step));
    rows[next]?.focus();
  }
  useShortcuts([
    { keys: 'j', label: 'Next row', group: 'Lists', run: () => move(1) },
    { keys: 'k', label: 'Row before', group: 'Lists', run: () => move(-1) },
  ]);
  return body;
}
