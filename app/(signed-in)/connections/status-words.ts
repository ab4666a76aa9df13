import type { SelectOption } from '@/app/_ui/select';
import type { TaskStatus } from '@/lib/contracts/task';

export const statusOptions: readonly SelectOption<TaskStatus>[] = [
  { value: 'todo', label: 'To do' },
  { value: 'in_progress', label: 'In progress' },
  { value: 'done', label: 'Done' },
  { value: 'canceled', label: 'Canceled' },
];

const typeWords: Record<string, string> = {
  triage: 'Triage',
  backlog: 'Backlog',
  unstarted: 'Unstarted',
  started: 'Started',
  completed: 'Completed',
  canceled: 'Canceled',
  duplicate: 'Duplicate',
};

/** Linear's type of a workflow state in words; Linear may add one that we do not know. */
export function nameStateType(type: string): string {
  return typeWords[type] ?? type;
}
