import { handle } from '@/lib/http/handle';
import { taskOperations } from '@/lib/http/operations-tracking';
import { getTaskByIdentifier } from '@/lib/tracking/get-task';

export const GET = handle(taskOperations.getByIdentifier, ({ actor, params }) =>
  getTaskByIdentifier(actor, params.identifier),
);
