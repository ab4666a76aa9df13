import type { PersonActor } from '@/lib/auth/actor';
import type { Project } from '@/lib/contracts/project';
import { getProject as getProjectRow } from '@/lib/db/project';
import { AppError } from '@/lib/errors/app-error';
import { toProjects } from './to-project';

export async function getProject(actor: PersonActor, projectId: string): Promise<Project> {
  const row = await getProjectRow(projectId);
  const [project] = row === null ? [] : await toProjects(actor, [row]);
  if (project === undefined) throw new AppError('not_found', 'There is no such project.');
  return project;
}
