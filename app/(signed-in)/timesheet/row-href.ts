import type { Subject } from '@/app/(signed-in)/_entries/subject';

/** Where the task of a row stands, or its project. */
export function rowHref({ task, project }: Subject): string {
  return task ? `/tasks/${task.id}` : `/projects/${project.id}`;
}
