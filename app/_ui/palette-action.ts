import type { ReactNode } from 'react';

export type PaletteAction = {
  id: string;
  label: string;
  /** Other words that find it. */
  keywords?: readonly string[] | undefined;
  hint?: string | undefined;
  icon?: ReactNode;
  shortcut?: string | undefined;
  run: () => void;
  /** What Enter does with Ctrl or Cmd held, where that is something else. */
  runWithMod?: (() => void) | undefined;
  /** A mark of one's own that can be set and taken away without leaving the palette. */
  pin?: { isPinned: boolean; toggle: () => void } | undefined;
};

export type PaletteGroup = { label: string; actions: readonly PaletteAction[] };
