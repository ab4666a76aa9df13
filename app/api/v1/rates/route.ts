import { handle } from '@/lib/http/handle';
import { rateOperations } from '@/lib/http/operations-money';
import { listRates, saveRate } from '@/lib/tracking/rates';

export const GET = handle(rateOperations.list, ({ actor, query }) => listRates(actor, query));
export const POST = handle(rateOperations.save, ({ actor, body, now }) => saveRate(actor, body, now));
