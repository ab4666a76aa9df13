'use client';

import { CalendarPlus, Copy, Ellipsis, History, Pencil, Play, Scissors, Trash2 } from 'lucide-react';
import { DropdownMenu, MenuItem, MenuSeparator } from '@/app/_ui/dropdown-menu';
import { IconButton } from '@/app/_ui/icon-button';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { entryName, isRunning } from './entry-words';
import type { EntryActions } from './use-entry-actions';
import { useIsReadOnly } from './use-is-read-only';
import { useToday } from './use-today';

type EntryMenuProps = {
  entry: TimeEntry;
  actions: EntryActions;
  /** In the entry's own dialog. */
  isOpen?: boolean | undefined;
};

export function EntryMenu({ entry, actions, isOpen = false }: EntryMenuProps) {
  const today = useToday();
  const isReadOnly = useIsReadOnly(entry);
  const runs = isRunning(entry);
  return (
    <DropdownMenu
      trigger={
        <IconButton
          label={`Actions for ${entryName(entry)}`}
          icon={<Ellipsis aria-hidden />}
          size={isOpen ? 'md' : 'sm'}
          className={isOpen ? 'mr-auto' : 'relative z-10'}
        />
      }
    >
      {!isOpen && (
        <MenuItem icon={<Pencil aria-hidden />} shortcut="e" onSelect={() => actions.edit(entry)}>
          {isReadOnly ? 'Show' : 'Edit'}
        </MenuItem>
      )}
      {!runs && (
        <MenuItem icon={<Play aria-hidden />} shortcut="s" onSelect={() => actions.startAgain(entry)}>
          Start timer
        </MenuItem>
      )}
      {!isReadOnly && (
        <MenuItem icon={<Scissors aria-hidden />} onSelect={() => actions.split(entry)}>
          Split
        </MenuItem>
      )}
      {!runs && !isReadOnly && (
        <MenuItem icon={<Copy aria-hidden />} shortcut="d" onSelect={() => actions.duplicate(entry)}>
          Duplicate
        </MenuItem>
      )}
      {!runs && entry.on !== today && (
        <MenuItem icon={<CalendarPlus aria-hidden />} onSelect={() => actions.duplicate(entry, today)}>
          Duplicate to today
        </MenuItem>
      )}
      <MenuItem icon={<History aria-hidden />} onSelect={() => actions.showHistory(entry)}>
        History
      </MenuItem>
      {!runs && !isReadOnly && (
        <>
          <MenuSeparator />
          <MenuItem icon={<Trash2 aria-hidden />} danger shortcut="delete" onSelect={() => actions.remove(entry)}>
            Delete
          </MenuItem>
        </>
      )}
    </DropdownMenu>
  );
}
