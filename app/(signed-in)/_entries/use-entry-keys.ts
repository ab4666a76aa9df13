'use client';

import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '@/app/_ui/use-shortcuts';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { isRunning } from './entry-words';
import type { EntryActions } from './use-entry-actions';

const group = 'Time entries';

/** j and k go through the entries, Enter opens one, and each thing that can be done with it has a key. */
export function useEntryKeys(entries: readonly TimeEntry[], actions: EntryActions) {
  const { role } = usePerson();
  const [activeId, setActiveId] = useState<string | null>(null);
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const wanted = useRef<string | null>(null);
  const index = entries.findIndex(({ id }) => id === activeId);
  const active = entries[index];

  useEffect(() => {
    if (wanted.current === null) return;
    buttons.current.get(wanted.current)?.focus();
    wanted.current = null;
  });

  function focus(entry: TimeEntry | undefined) {
    wanted.current = entry?.id ?? null;
    setActiveId(entry?.id ?? null);
  }
  function move(step: 1 | -1) {
    const next = index === -1 ? 0 : Math.min(entries.length - 1, Math.max(0, index + step));
    if (entries.length > 0) focus(entries[next]);
  }
  /** The one below takes the focus, which would be lost with the row. */
  function remove(entry: TimeEntry) {
    focus(entries[index + 1] ?? entries[index - 1]);
    actions.remove(entry);
  }
  const canChange = active && !isRunning(active) && (role === 'admin' || !active.isLocked);
  useShortcuts([
    { keys: 'j', label: 'Next entry', group, run: () => move(1) },
    { keys: 'k', label: 'Entry before', group, run: () => move(-1) },
    ...(active ? [{ keys: 'e', label: 'Edit the entry', group, run: () => actions.edit(active) }] : []),
    ...(active && !isRunning(active)
      ? [{ keys: 's', label: 'Start a timer on it', group, run: () => actions.startAgain(active) }]
      : []),
    ...(canChange
      ? [
          { keys: 'd', label: 'Duplicate the entry', group, run: () => actions.duplicate(active) },
          { keys: 'delete', label: 'Delete the entry', group, run: () => remove(active) },
        ]
      : []),
  ]);

  function rowProps(entry: TimeEntry) {
    return {
      isActive: entry.id === activeId,
      onFocus: () => setActiveId(entry.id),
      buttonRef: (button: HTMLButtonElement | null) => {
        if (button) buttons.current.set(entry.id, button);
        else buttons.current.delete(entry.id);
      },
    };
  }
  return { rowProps };
}
