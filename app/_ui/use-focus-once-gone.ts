'use client';

import { useEffect, useRef } from 'react';

/**
 * For a button that goes away with what it has done: the focus it leaves behind goes to the element of the id that was
 * told last. A button that stays keeps it.
 */
export function useFocusOnceGone() {
  const nextId = useRef<string | null>(null);
  useEffect(() => {
    return () => {
      // What is removed leaves the focus on the body.
      if (nextId.current === null || document.activeElement !== document.body) return;
      document.getElementById(nextId.current)?.focus();
    };
  }, []);
  return (id: string) => {
    nextId.current = id;
  };
}
