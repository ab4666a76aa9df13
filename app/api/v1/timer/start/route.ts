import { handle } from '@/lib/http/handle';
import { timerOperations } from '@/lib/http/operations-time';
import { startTimer } from '@/lib/tracking/start-timer';

export const POST = handle(timerOperations.start, ({ actor, body, now, newId }) => startTimer(actor, body, now, newId));
