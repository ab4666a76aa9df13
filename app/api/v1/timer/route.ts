import { handle } from '@/lib/http/handle';
import { timerOperations } from '@/lib/http/operations-time';
import { getTimer } from '@/lib/tracking/timer';

export const GET = handle(timerOperations.get, ({ actor, now }) => getTimer(actor, now));
