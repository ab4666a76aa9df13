'use client';

import { useLayoutEffect } from 'react';
import { setOwnTitle } from '@/app/_ui/tab-title';

const longest = 100;

/** The browser's tab says what is open; a title can be thousands of characters long. */
export function useDocumentTitle(title: string | undefined): void {
  useLayoutEffect(() => {
    if (!title) return;
    const wanted = `${title.slice(0, longest)} · Trackline`;
    const write = () => setOwnTitle(wanted);
    write();
    // After a click on a link, Next writes the route's own title later than the page: what is open has the last word.
    const observer = new MutationObserver(write);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [title]);
}
