import type { TaskChange, TaskEvent } from '@/lib/contracts/task';
import type { ProjectRow } from '@/lib/db/project';
import type { TaskRow, TaskUpdate } from '@/lib/db/task';
import { searchText } from './search-text';
import { taskName } from './task-name';

type FieldChange = TaskEvent['changes'][number];

export interface PlannedEdit {
  update: TaskUpdate;
  /** For the history. Of notes only that they changed: they may be long, and private to their present wording. */
  changes: FieldChange[];
}

const priorityNames = ['None', 'Urgent', 'High', 'Medium', 'Low'];

/** What of the wanted change differs from the task. `target` is the project that `wanted.projectId` names. */
export function planEdit(
  task: TaskRow,
  wanted: TaskChange,
  target: Pick<ProjectRow, 'id' | 'name'> | null,
): PlannedEdit {
  const edit: PlannedEdit = { update: {}, changes: [] };
  const change = (field: string, from: string | null, to: string | null, update: TaskUpdate) => {
    edit.changes.push({ field, from, to });
    Object.assign(edit.update, update);
  };
  const { title, status, priority, estimate, dueDate, billable, archived } = wanted;
  const notes = wanted.notes === '' ? null : wanted.notes;
  if (title !== undefined && title !== task.title) change('title', task.title, title, titleUpdate(task, title));
  if (status !== undefined && status !== task.status) change('status', task.status, status, { status });
  if (target !== null && target.id !== task.project.id)
    change('project', task.project.name, target.name, { projectId: target.id });
  if (priority !== undefined && priority !== (task.priority ?? 0)) {
    change('priority', priorityName(task.priority), priorityName(priority), { priority });
  }
  if (estimate !== undefined && estimate !== task.estimate)
    change('estimate', text(task.estimate), text(estimate), { estimate });
  if (dueDate !== undefined && dueDate !== task.dueDate) change('due date', task.dueDate, dueDate, { dueDate });
  if (notes !== undefined && notes !== task.notes) change('notes', null, null, { notes });
  if (billable !== undefined && billable !== task.billable)
    change('billable', yesNo(task.billable), yesNo(billable), { billable });
  const sourceState = archived === undefined ? task.sourceState : archived ? 'archived' : 'live';
  if (sourceState !== task.sourceState) change('archived', yesNo(!archived), yesNo(archived ?? false), { sourceState });
  return edit;
}

function titleUpdate(task: TaskRow, title: string): TaskUpdate {
  const { identifier } = task;
  return {
    title,
    name: taskName(identifier, title),
    searchText: searchText({ identifier, previousIdentifiers: [], title }),
  };
}

function priorityName(priority: number | null): string {
  return priorityNames[priority ?? 0] ?? String(priority);
}

function text(value: number | null): string | null {
  return value === null ? null : String(value);
}

function yesNo(value: boolean | null): string | null {
  return value === null ? null : value ? 'yes' : 'no';
}
