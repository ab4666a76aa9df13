import type { TaskEvent } from '@/lib/contracts/task';

const longestValue = 60;

const happened: Record<string, string> = {
  archived: 'Archived in Linear',
  trashed: 'Moved to the trash in Linear',
  gone: 'No longer imported',
  restored: 'Back in Linear',
};

/** One line about a change, for a feed: "State: Todo → Done · Assignee: Ada". */
export function summarizeChanges(kind: string, changes: TaskEvent['changes']): string {
  const known = happened[kind];
  if (known !== undefined) return known;
  if (changes.length === 0) return kind === 'moved' ? 'Moved' : 'Changed';
  return changes.map(({ field, from, to }) => `${capitalize(field)}: ${difference(from, to)}`).join(' · ');
}

function difference(from: string | null, to: string | null): string {
  if (to === null) return from === null ? 'changed' : `${shorten(from)} removed`;
  return from === null ? shorten(to) : `${shorten(from)} → ${shorten(to)}`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function shorten(value: string): string {
  const characters = [...value];
  return characters.length > longestValue ? `${characters.slice(0, longestValue).join('')}…` : value;
}
