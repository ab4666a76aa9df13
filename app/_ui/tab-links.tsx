'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { tabListStyles, tabStyles } from './tab-styles';

type TabLinksProps = {
  label: string;
  tabs: readonly { href: string; label: string }[];
};

/** Tabs that are pages of their own. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  const pathname = usePathname();
  const list = useRef<HTMLElement>(null);
  // On a phone the tabs scroll, and the one of this page may be out of sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark moves with the path.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  return (
    <nav ref={list} aria-label={label} className={tabListStyles}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          className={tabStyles}
          {...(pathname === tab.href ? { 'aria-current': 'page' as const, 'data-state': 'active' } : {})}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
