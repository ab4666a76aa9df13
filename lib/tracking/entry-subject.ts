import type { Tx } from '@/lib/db/client';
import { getProject } from '@/lib/db/project';
import { getTask } from '@/lib/db/task';
import { AppError } from '@/lib/errors/app-error';

/** What time hangs on. */
export interface EntrySubject {
  taskId: string | null;
  projectId: string;
  /** Whether new time on it is billable: as the task says, else as its project does. */
  billable: boolean;
}

/** Throws `validation_failed` at the field when there is no such task or project. Archived tasks take time, archived projects alone do not. */
export async function chooseSubject(
  { taskId, projectId }: { taskId?: string | null | undefined; projectId?: string | undefined },
  tx: Tx,
): Promise<EntrySubject> {
  if (taskId !== undefined && taskId !== null) return subjectOfTask(taskId, tx);
  const project = await getProject(projectId ?? '', tx);
  if (project === null) throw refusal('projectId', 'There is no such project.');
  if (project.archivedAt !== null) throw refusal('projectId', 'This project is archived.');
  return { taskId: null, projectId: project.id, billable: project.billable };
}

async function subjectOfTask(taskId: string, tx: Tx): Promise<EntrySubject> {
  const task = await getTask(taskId, tx);
  if (task === null) throw refusal('taskId', 'There is no such task.');
  const billable = task.billable ?? (await getProject(task.project.id, tx))?.billable ?? true;
  return { taskId, projectId: task.project.id, billable };
}

function refusal(path: string, message: string): AppError {
  return new AppError('validation_failed', message, { errors: [{ path, message }] });
}
