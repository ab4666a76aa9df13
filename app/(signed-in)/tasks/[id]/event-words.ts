import { billableName, statusNames } from '@/app/(signed-in)/tasks/task-words';
import type { TaskEvent } from '@/lib/contracts/task';

const bySync: Record<TaskEvent['kind'], string> = {
  updated: 'Changed in Linear',
  moved: 'Moved to another team in Linear',
  archived: 'Archived in Linear',
  trashed: 'Moved to the trash in Linear',
  gone: 'No longer imported',
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

export function eventTitle({ kind, by, runId, changes }: TaskEvent): string {
  const [only] = changes.length === 1 ? changes : [];
  if (by && only?.field === 'archived') return `${only.to === 'yes' ? 'Archived' : 'Restored'} by ${by}`;
  if (by && only?.field === 'notes') return `Notes edited by ${by}`;
  if (by) return `${byPerson[kind]} by ${by}`;
  // A look before a write brings what others changed at Linear too, without a run.
  return runId || kind !== 'edited' ? bySync[kind] : byPerson[kind];
}

type Line = { field: string; from: string; to: string };

/** What the title says already, and what has no words: of notes, the history only knows that they changed. */
const untold = new Set(['notes', 'archived', 'source state']);

export function changeLines({ changes }: TaskEvent): Line[] {
  return changes
    .filter(({ field }) => !untold.has(field))
    .map(({ field, from, to }) => ({
      field: fieldName(field),
      from: valueName(field, from),
      to: valueName(field, to),
    }));
}

/** Notes save themselves at every pause: of several in a row by one person, the newest stands for all. */
export function foldNotes(events: readonly TaskEvent[]): TaskEvent[] {
  return events.filter((event, index) => {
    const newer = events[index - 1];
    return !(newer && isOnlyNotes(event) && isOnlyNotes(newer) && newer.by === event.by);
  });
}

function isOnlyNotes({ changes }: TaskEvent): boolean {
  return changes.length === 1 && changes[0]?.field === 'notes';
}

const values: Record<string, string> = {
  ...statusNames,
  yes: 'Yes',
  no: 'No',
};
const valueFields = new Set(['status', 'billable']);

function valueName(field: string, value: string | null): string {
  if (field === 'billable' && value === null) return billableName(null);
  if (value === null || value === '') return 'None';
  return valueFields.has(field) ? (values[value] ?? value) : value;
}

/** "due date" and "dueDate" -> "Due date" */
function fieldName(field: string): string {
  const words = field.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
