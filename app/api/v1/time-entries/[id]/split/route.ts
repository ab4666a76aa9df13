import { handle } from '@/lib/http/handle';
import { entryOperations } from '@/lib/http/operations-entries';
import { splitEntry } from '@/lib/tracking/split-entry';

export const POST = handle(entryOperations.split, ({ actor, params, body, now, newId }) =>
  splitEntry(actor, params.id, body, now, newId),
);
