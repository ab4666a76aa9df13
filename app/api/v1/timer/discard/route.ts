import { handle } from '@/lib/http/handle';
import { timerOperations } from '@/lib/http/operations-time';
import { discardTimer } from '@/lib/tracking/timer';

export const POST = handle(timerOperations.discard, ({ actor, body, now }) => discardTimer(actor, body.entryId, now));
