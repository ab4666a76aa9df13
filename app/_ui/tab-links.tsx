'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { tabListStyles, tabStyles } from './tab-styles';

type TabLinksProps = {
  label: string;
  tabs: readonly { href: string; label: string }[];
};

/** Tabs that are pages of their own. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className={tabListStyles}>
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
