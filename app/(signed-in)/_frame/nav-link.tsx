'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cn } from '@/app/_ui/cn';
import { Tooltip } from '@/app/_ui/tooltip';
import type { NavItem } from './nav-items';

type NavLinkProps = { item: NavItem; isCollapsed: boolean; onNavigate?: (() => void) | undefined };

export function NavLink({ item, isCollapsed, onNavigate }: NavLinkProps) {
  const pathname = usePathname();
  const isActive = pathname === item.href || pathname.startsWith(`${item.href}/`);
  const Icon = item.icon;
  return (
    <Tooltip content={item.label} shortcut={item.shortcut} side="right">
      <Link
        href={item.href}
        {...(onNavigate ? { onClick: onNavigate } : {})}
        aria-current={isActive ? 'page' : undefined}
        className={cn(
          'flex h-8 items-center gap-2.5 rounded-md px-2 text-muted text-sm transition-colors hover:bg-hover hover:text-ink pointer-coarse:h-11',
          isActive && 'bg-selected font-medium text-ink hover:bg-selected',
        )}
      >
        <Icon aria-hidden className="size-4 shrink-0" />
        <span className={isCollapsed ? 'sr-only' : 'truncate'}>{item.label}</span>
      </Link>
    </Tooltip>
  );
}
