import { handle } from '@/lib/http/handle';
import { timerOperations } from '@/lib/http/operations-time';
import { keepTimer } from '@/lib/tracking/keep-timer';

export const POST = handle(timerOperations.keep, ({ actor, body, now }) => keepTimer(actor, body.entryId, now));
