import { handle } from '@/lib/http/handle';
import { taskOperations } from '@/lib/http/operations-tracking';
import { listTaskEvents } from '@/lib/tracking/list-task-events';

export const GET = handle(taskOperations.events, ({ actor, params, query }) => listTaskEvents(actor, params.id, query));
