'use client';

import { useEffect } from 'react';

const longest = 100;

/** The browser's tab says what is open; a title can be thousands of characters long. */
export function useDocumentTitle(title: string | undefined): void {
  useEffect(() => {
    if (title) document.title = `${title.slice(0, longest)} · Trackline`;
  }, [title]);
}
