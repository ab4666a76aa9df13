import { handle } from '@/lib/http/handle';
import { entryOperations } from '@/lib/http/operations-entries';
import { listEntryEvents } from '@/lib/tracking/list-entry-events';

export const GET = handle(entryOperations.events, ({ actor, params, query }) =>
  listEntryEvents(actor, params.id, query),
);
