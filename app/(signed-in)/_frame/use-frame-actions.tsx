'use client';

import { Keyboard, LogOut, Monitor, Moon, PanelLeft, Sun } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTheme } from 'next-themes';
import type { PaletteAction } from '@/app/_ui/palette-action';
import { mainItemsFor, settingsItem } from './nav-items';
import { usePerson } from './person-context';
import { signOut } from './sign-out';

/** The places of the app, as actions. */
export function usePlaces(): PaletteAction[] {
  const router = useRouter();
  const { role } = usePerson();
  return [...mainItemsFor(role), settingsItem].map(({ href, label, icon: Icon, shortcut }) => ({
    id: `go ${href}`,
    label,
    icon: <Icon aria-hidden />,
    shortcut,
    run: () => router.push(href),
  }));
}

export function useThemeActions(): PaletteAction[] {
  const { setTheme } = useTheme();
  return [
    { id: 'system', label: 'Theme: like the system', icon: <Monitor aria-hidden /> },
    { id: 'light', label: 'Theme: light', icon: <Sun aria-hidden /> },
    { id: 'dark', label: 'Theme: dark', icon: <Moon aria-hidden /> },
  ].map((action) => ({ ...action, id: `theme ${action.id}`, run: () => setTheme(action.id) }));
}

type AppActions = { toggleSidebar: () => void; showShortcuts: () => void };

export function appActions({ toggleSidebar, showShortcuts }: AppActions): PaletteAction[] {
  return [
    {
      id: 'sidebar',
      label: 'Fold or unfold the sidebar',
      icon: <PanelLeft aria-hidden />,
      shortcut: '[',
      run: toggleSidebar,
    },
    {
      id: 'shortcuts',
      label: 'Keyboard shortcuts',
      icon: <Keyboard aria-hidden />,
      shortcut: '?',
      run: showShortcuts,
    },
    { id: 'sign out', label: 'Sign out', icon: <LogOut aria-hidden />, run: signOut },
  ];
}
