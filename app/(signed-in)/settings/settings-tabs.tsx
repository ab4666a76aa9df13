'use client';

import { TabLinks } from '@/app/_ui/tab-links';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';

const ownTabs = [
  { href: '/settings/profile', label: 'Profile' },
  { href: '/settings/password', label: 'Password' },
  { href: '/settings/appearance', label: 'Appearance' },
  { href: '/settings/shortcuts', label: 'Shortcuts' },
  { href: '/settings/tokens', label: 'API tokens' },
];
const adminTabs = [
  { href: '/settings/members', label: 'Members' },
  { href: '/settings/time-and-money', label: 'Time and money' },
];

export function SettingsTabs() {
  const { role } = usePerson();
  return <TabLinks label="Settings" tabs={role === 'admin' ? [...ownTabs, ...adminTabs] : ownTabs} />;
}
