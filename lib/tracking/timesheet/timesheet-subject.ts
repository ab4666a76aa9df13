import type { Tx } from '@/lib/db/client';
import { getProject } from '@/lib/db/project';
import { getTask } from '@/lib/db/task';
import type { RowSubject } from '@/lib/db/timesheet';
import { AppError } from '@/lib/errors/app-error';

interface GivenSubject {
  taskId?: string | undefined;
  projectId?: string | undefined;
}

/** What a row is for. Unlike new time, a row may be of an archived project: time that is there can be taken away. */
export async function findRowSubject({ taskId, projectId = '' }: GivenSubject, tx: Tx): Promise<RowSubject> {
  if (taskId !== undefined) {
    const task = await getTask(taskId, tx);
    if (task === null) throw refusal('taskId', 'There is no such task.');
    return { taskId, projectId: task.project.id };
  }
  if ((await getProject(projectId, tx)) === null) throw refusal('projectId', 'There is no such project.');
  return { taskId: null, projectId };
}

/** As the other rules take it. */
export function givenSubject({ taskId, projectId }: RowSubject): { taskId: string } | { projectId: string } {
  return taskId === null ? { projectId } : { taskId };
}

/** One for each row: the task's id, or the project's. */
export function subjectId({ taskId, projectId }: RowSubject): string {
  return taskId ?? projectId;
}

function refusal(path: string, message: string): AppError {
  return new AppError('validation_failed', message, { errors: [{ path, message }] });
}
