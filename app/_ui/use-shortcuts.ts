'use client';

import { useEffect, useRef } from 'react';
import { addShortcuts, type Shortcut } from './shortcuts';

/** Shortcuts that work while the component is there. Rest while someone types or a dialog is open. */
export function useShortcuts(shortcuts: readonly Shortcut[], { enabled = true } = {}): void {
  const source = useRef(shortcuts);
  useEffect(() => {
    source.current = shortcuts;
  });
  useEffect(() => (enabled ? addShortcuts(source) : undefined), [enabled]);
}
