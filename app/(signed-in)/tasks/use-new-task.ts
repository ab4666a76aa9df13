'use client';

import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useShortcuts } from '@/app/_ui/use-shortcuts';

/** The dialog is in the URL (`?new=task`), so that the command palette can open it from anywhere. */
export function useNewTask() {
  const [isNew, setIsNew] = useQueryState('new', parseAsStringLiteral(['task']));
  const setIsOpen = (isOpen: boolean) => void setIsNew(isOpen ? 'task' : null);
  const open = () => setIsOpen(true);
  useShortcuts([{ keys: 'c', label: 'New task', group: 'This page', run: open }]);
  return { isOpen: isNew !== null, setIsOpen, open };
}
