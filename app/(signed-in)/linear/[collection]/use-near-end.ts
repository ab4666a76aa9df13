'use client';

import { useEffect, useRef } from 'react';

/** How far below the window the end may be when more is asked for. */
const ahead = '600px';

/** For an element at the end of a list: `onNear` is called while it is close to the window. */
export function useNearEnd(onNear: () => void) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const found = end.current;
    if (!found) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onNear(), { rootMargin: ahead });
    observer.observe(found);
    return () => observer.disconnect();
  }, [onNear]);
  return end;
}
