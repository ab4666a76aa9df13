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
};

export type PaletteGroup = { label: string; actions: readonly PaletteAction[] };
