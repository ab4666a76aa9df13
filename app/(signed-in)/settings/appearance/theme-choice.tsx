'use client';

import { useTheme } from 'next-themes';
import { RadioCards } from '@/app/_ui/radio-cards';
import { useIsAwake } from '@/lib/browser/use-is-awake';

const themes = [
  { value: 'system', label: 'Like the system', description: 'Follows your computer, day and night.' },
  { value: 'light', label: 'Light', description: 'Always light.' },
  { value: 'dark', label: 'Dark', description: 'Always dark.' },
];

export function ThemeChoice() {
  const { theme, setTheme } = useTheme();
  // The server does not know the choice: nothing is marked until the browser takes over.
  const isAwake = useIsAwake();
  return (
    <RadioCards
      label="Theme"
      columns={3}
      options={themes}
      value={isAwake ? (theme ?? 'system') : undefined}
      onChange={setTheme}
    />
  );
}
