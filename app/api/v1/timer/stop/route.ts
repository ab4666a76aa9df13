import { handle } from '@/lib/http/handle';
import { timerOperations } from '@/lib/http/operations-time';
import { stopTimer } from '@/lib/tracking/stop-timer';

export const POST = handle(timerOperations.stop, ({ actor, body, now }) => stopTimer(actor, body, now));
