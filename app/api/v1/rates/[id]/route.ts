import { handle } from '@/lib/http/handle';
import { rateOperations } from '@/lib/http/operations-money';
import { removeRate } from '@/lib/tracking/rates';

export const DELETE = handle(rateOperations.remove, ({ actor, params }) => removeRate(actor, params.id));
