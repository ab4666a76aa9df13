'use client';

import { useState } from 'react';
import { sidebarCookie } from './sidebar-cookie';

const yearInSeconds = 365 * 24 * 60 * 60;

/** Whether the sidebar is folded; kept in a cookie, so that the server already draws it right. */
export function useSidebar(initiallyCollapsed: boolean) {
  const [isCollapsed, setIsCollapsed] = useState(initiallyCollapsed);
  function toggle() {
    const next = !isCollapsed;
    setIsCollapsed(next);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in some browsers that we support.
    document.cookie = `${sidebarCookie}=${next ? 'collapsed' : 'open'}; path=/; max-age=${yearInSeconds}; samesite=lax`;
  }
  return { isCollapsed, toggle };
}
