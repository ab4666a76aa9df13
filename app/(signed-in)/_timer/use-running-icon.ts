'use client';

import { useEffect } from 'react';

const runningIcon = '/icon-running.svg';

/** The tab's icon while a timer runs. Next may write its own links anew when it goes to another page. */
export function useRunningIcon(): void {
  useEffect(() => {
    const before = new Map<HTMLLinkElement, string>();
    const swap = () => {
      for (const link of document.head.querySelectorAll<HTMLLinkElement>('link[rel="icon"]')) {
        const href = link.getAttribute('href') ?? '';
        if (href === runningIcon) continue;
        before.set(link, href);
        link.setAttribute('href', runningIcon);
      }
    };
    swap();
    const observer = new MutationObserver(swap);
    observer.observe(document.head, { childList: true, subtree: true, attributeFilter: ['href'] });
    return () => {
      observer.disconnect();
      for (const [link, href] of before) link.setAttribute('href', href);
    };
  }, []);
}
