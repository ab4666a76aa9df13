import { handle } from '@/lib/http/handle';
import { entryOperations } from '@/lib/http/operations-entries';
import { duplicateEntry } from '@/lib/tracking/duplicate-entry';

export const POST = handle(entryOperations.duplicate, ({ actor, params, body, now, newId }) =>
  duplicateEntry(actor, params.id, body, now, newId),
);
