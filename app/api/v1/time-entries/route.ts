import { handle } from '@/lib/http/handle';
import { entryOperations } from '@/lib/http/operations-entries';
import { createEntry } from '@/lib/tracking/create-entry';
import { listEntries } from '@/lib/tracking/list-entries';

export const GET = handle(entryOperations.list, ({ actor, query }) => listEntries(actor, query));
export const POST = handle(entryOperations.create, ({ actor, body, now, newId }) =>
  createEntry(actor, body, now, newId),
);
