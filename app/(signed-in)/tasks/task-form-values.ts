import { z } from 'zod';
import { type Task, type TaskChange, type TaskInput, taskInput } from '@/lib/contracts/task';

const { projectId, title, status, priority, estimate, dueDate, notes, billable } = taskInput.shape;

/** The contract, with what a form has: every field is there, and an empty one is an empty string. */
export const taskForm = z.object({
  projectId: z.string().min(1, 'Choose a project.').pipe(projectId),
  title,
  status: status.unwrap(),
  priority: z.string().transform(Number).pipe(priority.unwrap()),
  estimate: z
    .string()
    .trim()
    .transform((text) => (text === '' ? null : Number(text.replace(',', '.'))))
    .refine((value) => !Number.isNaN(value), 'Enter a number, like 3 or 0.5.')
    .pipe(estimate.unwrap()),
  dueDate: z
    .string()
    .transform((text) => text || null)
    .pipe(dueDate.unwrap()),
  notes: notes.unwrap(),
  billable: z
    .enum(['project', 'yes', 'no'])
    .transform((choice) => (choice === 'project' ? null : choice === 'yes'))
    .pipe(billable.unwrap()),
});
export type TaskFormFields = z.input<typeof taskForm>;
export type TaskFormValues = z.output<typeof taskForm>;

export function emptyTask(projectId: string | undefined): TaskFormFields {
  return {
    projectId: projectId ?? '',
    title: '',
    status: 'todo',
    priority: '0',
    estimate: '',
    dueDate: '',
    notes: '',
    billable: 'project',
  };
}

export function fieldsOf(task: Task): TaskFormFields {
  return {
    projectId: task.project.id,
    title: task.title,
    status: task.status,
    priority: String(task.priority ?? 0),
    estimate: task.estimate === null ? '' : String(task.estimate),
    dueDate: task.dueDate ?? '',
    notes: task.notes ?? '',
    billable: task.billable === null ? 'project' : task.billable ? 'yes' : 'no',
  };
}

export function inputOf({ notes: text, ...values }: TaskFormValues): TaskInput {
  return text === '' ? values : { ...values, notes: text };
}

/** Only what was touched, so that a change of another person in the meantime stays. */
export function changeOf(values: TaskFormValues, touched: Partial<Record<keyof TaskFormValues, unknown>>): TaskChange {
  const entries = Object.entries(values).filter(([field]) => field in touched);
  return Object.fromEntries(entries.map(([field, value]) => [field, field === 'notes' && value === '' ? null : value]));
}
