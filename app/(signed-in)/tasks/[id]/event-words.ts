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

type Where = {
  /** As whom Linear shows what people write from here. Undefined: not known. */
  writesAs: string | undefined;
};

export function eventTitle(event: TaskEvent, { writesAs }: Where): string {
  const { kind, by, runId } = event;
  // A write reads the issue first, without a run, and what it finds was changed by nobody here.
  if (!by) return runId || isInLinear(event) ? bySync[kind] : byPerson[kind];
  const title = `${deed(event)} by ${by}`;
  if (!isInLinear(event)) return title;
  return writesAs === undefined || writesAs === by ? `${title}, in Linear` : `${title}, in Linear as ${writesAs}`;
}

const deeds: Record<string, string> = {
  notes: 'Notes edited',
  comment: 'Commented',
  relation: 'Links changed',
  'sent to Linear': 'Sent to Linear',
};

function deed({ kind, changes }: TaskEvent): string {
  const [only] = changes.length === 1 ? changes : [];
  if (only?.field === 'archived') return only.to === 'yes' ? 'Archived' : 'Restored';
  return (only && deeds[only.field]) ?? byPerson[kind];
}

/** Of what a person does, the history calls our own part edited, and what changed at Linear as a sync would. */
function isInLinear({ kind, changes }: TaskEvent): boolean {
  return kind !== 'edited' || changes.some(({ field }) => writtenFields.has(field));
}

const writtenFields = new Set(['comment', 'relation', 'description', 'sent to Linear']);

/** `from` null: there was none before. */
type Line = { field: string; from: string | null; to: string };

/** What the title says already, and what has no words: of notes, the history only knows that they changed. */
const untold = new Set(['notes', 'archived', 'source state']);

export function changeLines({ changes }: TaskEvent): Line[] {
  return changes
    .filter(({ field }) => !untold.has(field))
    .map(({ field, from, to }) => ({
      field: fieldName(field),
      from: from === null && addedFields.has(field) ? null : valueName(field, from),
      to: valueName(field, to),
    }))
    .filter(({ from, to }) => from !== to);
}

const addedFields = new Set(['comment', 'relation', 'sent to Linear']);

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
