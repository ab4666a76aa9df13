import type { Task } from '@/lib/contracts/task';
import type { EntryProject, EntryTask } from '@/lib/contracts/time-entry';

/** What time hangs on: a task with its project, or a project alone. */
export type Subject = { task: EntryTask | null; project: EntryProject };

/** As the API takes it. */
export function subjectInput({ task, project }: Subject): { taskId: string } | { projectId: string } {
  return task ? { taskId: task.id } : { projectId: project.id };
}

/** The same for every look at the same thing; a project never meets a task. */
export function subjectKey({ task, project }: Subject): string {
  return task ? `task ${task.id}` : `project ${project.id}`;
}

export function subjectName({ task, project }: Subject): string {
  return task?.name ?? project.name;
}

export function subjectOfTask({ project, ...task }: Task): Subject {
  const { id, name, identifier, url, status, sourceState } = task;
  return { task: { id, name, identifier, url, status, sourceState }, project };
}

/** What stands after the identifier: "ENG-42: Fix login" is "Fix login". */
export function taskTitle({ name, identifier }: Pick<EntryTask, 'name' | 'identifier'>): string {
  const prefix = `${identifier}: `;
  return identifier && name.startsWith(prefix) ? name.slice(prefix.length) : name;
}
