'use client';

import { useEffect, useRef } from 'react';
import type { PaletteGroup } from '@/app/_ui/palette-action';

type Source = { current: readonly PaletteGroup[] };

const sources = new Set<Source>();

export function listPaletteGroups(): PaletteGroup[] {
  return [...sources].flatMap((source) => source.current);
}

/** A screen's own commands, above the general ones for as long as the screen is there. */
export function usePaletteGroups(groups: readonly PaletteGroup[]): void {
  const source = useRef(groups);
  useEffect(() => {
    source.current = groups;
  });
  useEffect(() => {
    sources.add(source);
    return () => {
      sources.delete(source);
    };
  }, []);
}
