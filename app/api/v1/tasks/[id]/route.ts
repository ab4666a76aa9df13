import { handle } from '@/lib/http/handle';
import { taskOperations } from '@/lib/http/operations-tracking';
import { changeTask } from '@/lib/tracking/change-task';
import { getTask } from '@/lib/tracking/get-task';

export const GET = handle(taskOperations.get, ({ actor, params }) => getTask(actor, params.id));
export const PATCH = handle(taskOperations.change, ({ actor, params, body, now }) =>
  changeTask(actor, params.id, body, now),
);
