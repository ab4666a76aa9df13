import { sourceStateNames, statusNames } from '@/app/(signed-in)/tasks/task-words';
import type { TaskEvent } from '@/lib/contracts/task';

const bySync: Record<TaskEvent['kind'], string> = {
  updated: 'Changed in Linear',
  moved: 'Moved to another team in Linear',
  archived: 'Archived in Linear',
  trashed: 'Moved to the trash in Linear',
  gone: 'Gone from Linear',
  restored: 'Back in Linear',
  edited: 'Edited',
};
const byPerson: Record<TaskEvent['kind'], string> = {
  updated: 'Changed',
  moved: 'Moved to another project',
  archived: 'Archived',
  trashed: 'Moved to the trash',
  gone: 'Removed',
  restored: 'Restored',
  edited: 'Edited',
};

export function eventTitle({ kind, by, runId }: TaskEvent): string {
  if (by) return `${byPerson[kind]} by ${by}`;
  return runId ? bySync[kind] : byPerson[kind];
}

type Line = { field: string; from: string; to: string };

export function changeLines({ changes }: TaskEvent): Line[] {
  return changes.map(({ field, from, to }) => ({ field: fieldName(field), from: valueName(from), to: valueName(to) }));
}

const values: Record<string, string> = {
  ...statusNames,
  ...sourceStateNames,
  true: 'Yes',
  false: 'No',
};

function valueName(value: string | null): string {
  if (value === null || value === '') return 'none';
  return values[value] ?? value;
}

/** "due date" and "dueDate" -> "Due date" */
function fieldName(field: string): string {
  const words = field.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
