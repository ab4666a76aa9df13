import type { Tx } from '@/lib/db/client';
import { getProject, type ProjectRow } from '@/lib/db/project';
import { AppError } from '@/lib/errors/app-error';

/** The project to put a task into; throws `validation_failed` when there is none, or it is archived. */
export async function chooseProject(projectId: string, tx: Tx): Promise<ProjectRow> {
  const project = await getProject(projectId, tx);
  if (project === null) throw refusal('There is no such project.');
  if (project.archivedAt !== null) throw refusal('This project is archived. Restore it first, or choose another.');
  return project;
}

function refusal(message: string): AppError {
  return new AppError('validation_failed', message, { errors: [{ path: 'projectId', message }] });
}
