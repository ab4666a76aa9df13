import type { Source } from '@/lib/contracts/project';
import type { SourceState, TaskSort, TaskStatus } from '@/lib/contracts/task';

export const statusNames: Record<TaskStatus, string> = {
  todo: 'To do',
  in_progress: 'In progress',
  done: 'Done',
  canceled: 'Canceled',
};

/** Linear's own words, by Linear's own numbers. */
export const priorityNames = ['No priority', 'Urgent', 'High', 'Medium', 'Low'] as const;

export function priorityName(priority: number | null): string {
  return priorityNames[priority ?? 0] ?? priorityNames[0];
}

export const sourceNames: Record<Source, string> = { linear: 'Linear', manual: 'Made by hand' };

export const sourceStateNames: Record<SourceState, string> = {
  live: 'Live',
  archived: 'Archived',
  trashed: 'In the trash',
  gone: 'No longer imported',
};

export const sortNames: Record<TaskSort, string> = {
  updated: 'Last updated',
  created: 'Created',
  identifier: 'Identifier',
  title: 'Title',
  priority: 'Priority',
  due: 'Due date',
};

export function billableName(billable: boolean | null): string {
  return billable === null ? 'As the project' : billable ? 'Billable' : 'Not billable';
}
