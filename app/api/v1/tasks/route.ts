import { handle } from '@/lib/http/handle';
import { taskOperations } from '@/lib/http/operations-tracking';
import { createTask } from '@/lib/tracking/create-task';
import { listTasks } from '@/lib/tracking/list-tasks';

export const GET = handle(taskOperations.list, ({ actor, query }) => listTasks(actor, query));
export const POST = handle(taskOperations.create, ({ actor, body, now }) => createTask(actor, body, now));
