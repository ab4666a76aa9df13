'use client';

import { Keyboard, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { Avatar } from '@/app/_ui/avatar';
import {
  DropdownMenu,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
} from '@/app/_ui/dropdown-menu';
import { usePerson } from './person-context';
import { signOut } from './sign-out';

const themes = [
  { value: 'system', label: 'Like the system', icon: <Monitor aria-hidden /> },
  { value: 'light', label: 'Light', icon: <Sun aria-hidden /> },
  { value: 'dark', label: 'Dark', icon: <Moon aria-hidden /> },
];

type UserMenuProps = { isCollapsed: boolean; onShowShortcuts: () => void };

export function UserMenu({ isCollapsed, onShowShortcuts }: UserMenuProps) {
  const { name, email } = usePerson();
  const { theme, setTheme } = useTheme();
  return (
    <DropdownMenu
      align="start"
      side="top"
      className="w-56"
      trigger={
        <button
          type="button"
          aria-label={`${name}, your menu`}
          className="flex h-9 w-full items-center gap-2 rounded-md px-1 text-left text-ink text-sm transition-colors hover:bg-hover data-[state=open]:bg-hover pointer-coarse:h-11"
        >
          <Avatar name={name} />
          {!isCollapsed && <span className="truncate">{name}</span>}
        </button>
      }
    >
      <div className="px-2 py-1">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-faint text-xs">{email}</p>
      </div>
      <MenuSeparator />
      <MenuLabel>Theme</MenuLabel>
      <MenuRadioGroup value={theme ?? 'system'} onValueChange={setTheme}>
        {themes.map(({ value, label, icon }) => (
          <MenuRadioItem key={value} value={value} icon={icon}>
            {label}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
      <MenuSeparator />
      <MenuItem icon={<Keyboard aria-hidden />} shortcut="?" onSelect={onShowShortcuts}>
        Keyboard shortcuts
      </MenuItem>
      <MenuItem icon={<LogOut aria-hidden />} onSelect={signOut}>
        Sign out
      </MenuItem>
    </DropdownMenu>
  );
}
