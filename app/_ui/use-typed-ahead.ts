'use client';

import { useLayoutEffect } from 'react';
import { keepTyped } from './keep-typed';

/** For what opens late: what is typed between its opening and its coming is not lost. */
export function useTypedAhead(isOpen: boolean): void {
  // Before any effect that gives the focus away, so that the first to get it is noticed.
  useLayoutEffect(() => (isOpen ? keepTyped() : undefined), [isOpen]);
}
