import { handle } from '@/lib/http/handle';
import { quickTaskOperations } from '@/lib/http/operations-time';
import { pinTask, unpinTask } from '@/lib/tracking/pin-task';

export const PUT = handle(quickTaskOperations.pin, ({ actor, params, now }) => pinTask(actor, params.id, now));
export const DELETE = handle(quickTaskOperations.unpin, ({ actor, params }) => unpinTask(actor, params.id));
