import { formatDay } from '@/app/_ui/format-time';
import { priorityName } from '@/app/(signed-in)/tasks/task-words';
import type { IssueField, TeamOptions } from '@/lib/contracts/linear-write';

export const fieldNames: Record<IssueField, string> = {
  title: 'Title',
  description: 'Description',
  stateId: 'State',
  assigneeId: 'Assignee',
  priority: 'Priority',
  estimate: 'Estimate',
  dueDate: 'Due date',
  cycleId: 'Cycle',
  labelIds: 'Labels',
};

export function isIssueField(field: string): field is IssueField {
  return field in fieldNames;
}

/** A value of a field in words. Ids are looked up in what the team has; one that is not there is told as such. */
export function valueWords(field: IssueField, value: unknown, options: TeamOptions | undefined): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return 'None';
  if (field === 'priority') return priorityName(Number(value));
  if (field === 'dueDate') return formatDay(Date.parse(String(value)), Date.now(), 'UTC');
  if (field === 'labelIds')
    return asList(value)
      .map((id) => nameOf(options?.labels, id))
      .join(', ');
  if (field === 'stateId') return nameOf(options?.states, value);
  if (field === 'assigneeId') return nameOf(options?.users, value);
  if (field === 'cycleId') return cycleWords(options?.cycles.find(({ id }) => id === value));
  return String(value);
}

type Cycle = TeamOptions['cycles'][number];

export function cycleWords(cycle: Pick<Cycle, 'name' | 'number'> | undefined): string {
  return cycle ? (cycle.name ?? `Cycle ${cycle.number}`) : unknownValue;
}

const unknownValue = 'Something that is not in the list any more';

function nameOf(list: readonly { id: string; name: string }[] | undefined, id: unknown): string {
  return list?.find((each) => each.id === id)?.name ?? unknownValue;
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
