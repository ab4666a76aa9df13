'use client';

import { useEffect, useRef } from 'react';

/**
 * For the box of a button that makes room for what it opens: it gets the focus back when that has closed, unless
 * something else has it by then.
 */
export function useFocusAfter(isOpen: boolean) {
  const box = useRef<HTMLSpanElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    const hasClosed = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (hasClosed && document.activeElement === document.body) box.current?.querySelector('button')?.focus();
  }, [isOpen]);
  return box;
}
