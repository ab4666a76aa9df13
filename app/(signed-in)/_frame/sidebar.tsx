'use client';

import { Logo } from '@/app/_ui/logo';
import { mainItemsFor, settingsItem } from './nav-items';
import { NavLink } from './nav-link';
import { usePerson } from './person-context';
import { UserMenu } from './user-menu';

type SidebarProps = {
  isCollapsed?: boolean;
  onNavigate?: () => void;
  onShowShortcuts: () => void;
};

/** The same on the left of a wide screen and in the drawer of a narrow one. */
export function Sidebar({ isCollapsed = false, onNavigate, onShowShortcuts }: SidebarProps) {
  const { role } = usePerson();
  return (
    <div className="flex h-full flex-col gap-2 px-2 pb-2">
      <div className="flex h-12 shrink-0 items-center gap-2.5 px-1.5 font-semibold text-base text-ink">
        <Logo className="size-5" />
        <span className={isCollapsed ? 'sr-only' : 'truncate'}>Trackline</span>
      </div>
      <nav aria-label="Main" className="flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto">
        {mainItemsFor(role).map((item) => (
          <NavLink key={item.href} item={item} isCollapsed={isCollapsed} onNavigate={onNavigate} />
        ))}
        <div className="flex-1" />
        <NavLink item={settingsItem} isCollapsed={isCollapsed} onNavigate={onNavigate} />
      </nav>
      <UserMenu isCollapsed={isCollapsed} onShowShortcuts={onShowShortcuts} />
    </div>
  );
}
