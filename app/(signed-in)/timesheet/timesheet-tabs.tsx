'use client';

import Link from 'next/link';
import { tabListStyles, tabStyles } from '@/app/_ui/tab-styles';
import { toQueryString } from '@/lib/browser/to-query-string';

type TimesheetTabsProps = {
  active: 'week' | 'day';
  /** Kept on the way from one to the other. */
  on?: string | undefined;
  userId?: string | undefined;
};

/** The week and the day are two looks at the same time; a phone has room for the day alone. */
export function TimesheetTabs({ active, on, userId }: TimesheetTabsProps) {
  const query = toQueryString({ on, user: userId });
  const tabs = [
    { id: 'week', href: `/timesheet${query}`, label: 'Week' },
    { id: 'day', href: `/timesheet/day${query}`, label: 'Day' },
  ];
  return (
    <nav aria-label="Timesheet" className={tabListStyles}>
      {tabs.map(({ id, href, label }) => (
        <Link
          key={id}
          href={href}
          className={tabStyles}
          {...(id === active ? { 'aria-current': 'page' as const, 'data-state': 'active' } : {})}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
