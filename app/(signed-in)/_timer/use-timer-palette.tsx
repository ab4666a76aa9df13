'use client';

import { ArrowLeftRight, Pencil, Play, Square, Trash2 } from 'lucide-react';
import type { PaletteAction, PaletteGroup } from '@/app/_ui/palette-action';
import { discardTimer, shortName, stopTimer } from './timer-actions';
import { openTimerDialog } from './timer-dialog';
import { useShownEntry } from './use-shown-entry';

/** What the command palette can do with the timer. */
export function useTimerPalette(): PaletteGroup {
  const entry = useShownEntry();
  const begin = { shortcut: 's', run: () => openTimerDialog('start') };
  if (entry === null) {
    const start: PaletteAction = { id: 'start timer', label: 'Start timer', icon: <Play aria-hidden />, ...begin };
    return { label: 'Timer', actions: [start] };
  }
  const hint = shortName(entry).slice(0, 80);
  return {
    label: 'Timer',
    actions: [
      {
        id: 'stop timer',
        label: 'Stop timer',
        hint,
        icon: <Square aria-hidden />,
        shortcut: 'x',
        run: () => void stopTimer(entry),
      },
      {
        id: 'switch task',
        label: 'Switch task',
        keywords: ['Start timer'],
        icon: <ArrowLeftRight aria-hidden />,
        ...begin,
      },
      {
        id: 'edit timer',
        label: 'Edit timer',
        keywords: ['Change start, description, tags'],
        icon: <Pencil aria-hidden />,
        run: () => openTimerDialog('details'),
      },
      {
        id: 'discard timer',
        label: 'Discard timer',
        hint,
        icon: <Trash2 aria-hidden />,
        run: () => void discardTimer(entry),
      },
    ],
  };
}
