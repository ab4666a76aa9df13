import type { PersonActor } from '@/lib/auth/actor';
import type { Task, TaskInput } from '@/lib/contracts/task';
import { inTransaction } from '@/lib/db/client';
import { createTask as createTaskRow } from '@/lib/db/task';
import { newId } from '@/lib/kit/new-id';
import { chooseProject } from './choose-project';
import { getTask } from './get-task';
import { searchText } from './search-text';
import { taskName } from './task-name';

/** Makes a task by hand, in an imported project too. Everyone may. */
export async function createTask(actor: PersonActor, input: TaskInput, now: Date): Promise<Task> {
  const id = newId(now.getTime());
  const { title } = input;
  await inTransaction(async (tx) => {
    const project = await chooseProject(input.projectId, tx);
    const task = {
      id,
      projectId: project.id,
      title,
      name: taskName(null, title),
      searchText: searchText({ identifier: null, previousIdentifiers: [], title }),
      status: input.status ?? 'todo',
      priority: input.priority ?? null,
      estimate: input.estimate ?? null,
      dueDate: input.dueDate ?? null,
      notes: input.notes || null,
      billable: input.billable ?? null,
    };
    await createTaskRow({ ...task, now }, tx);
  });
  return getTask(actor, id);
}
