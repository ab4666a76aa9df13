import type { PersonActor } from '@/lib/auth/actor';
import type { Project, ProjectInput } from '@/lib/contracts/project';
import { projectColors } from '@/lib/contracts/values';
import { inTransaction } from '@/lib/db/client';
import { createProject as createProjectRow, getProjectCount } from '@/lib/db/project';
import { must } from '@/lib/kit/must';
import { newId } from '@/lib/kit/new-id';
import { getProject } from './get-project';

/** Makes a project by hand. Everyone may; a name may be taken more than once. Without a colour it gets the palette's next. */
export async function createProject(actor: PersonActor, input: ProjectInput, now: Date): Promise<Project> {
  const id = newId(now.getTime());
  await inTransaction(async (tx) => {
    const color = input.color ?? must(projectColors[(await getProjectCount(tx)) % projectColors.length]);
    await createProjectRow({ id, name: input.name, color, description: input.description || null, now }, tx);
  });
  return getProject(actor, id);
}
