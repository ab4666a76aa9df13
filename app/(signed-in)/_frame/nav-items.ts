import {
  CalendarDays,
  ChartNoAxesColumn,
  Folder,
  Layers,
  LayoutDashboard,
  ListTodo,
  type LucideIcon,
  Plug,
  Settings,
} from 'lucide-react';

export type NavItem = {
  href: string;
  label: string;
  icon: LucideIcon;
  shortcut: string;
  isForAdmins?: true;
};

const mainItems: readonly NavItem[] = [
  { href: '/dashboard', label: 'Dashboard', icon: LayoutDashboard, shortcut: 'g d' },
  { href: '/tasks', label: 'Tasks', icon: ListTodo, shortcut: 'g t' },
  { href: '/timesheet', label: 'Timesheet', icon: CalendarDays, shortcut: 'g s' },
  { href: '/reports', label: 'Reports', icon: ChartNoAxesColumn, shortcut: 'g r' },
  { href: '/projects', label: 'Projects', icon: Folder, shortcut: 'g p' },
  { href: '/linear', label: 'Linear', icon: Layers, shortcut: 'g l' },
  { href: '/connections', label: 'Connections', icon: Plug, shortcut: 'g c', isForAdmins: true },
];

export const settingsItem: NavItem = {
  href: '/settings',
  label: 'Settings',
  icon: Settings,
  shortcut: 'g ,',
};

export function mainItemsFor(role: 'admin' | 'member'): NavItem[] {
  return mainItems.filter((item) => role === 'admin' || !item.isForAdmins);
}
