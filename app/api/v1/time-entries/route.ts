import { handle } from '@/lib/http/handle';
import { entryOperations } from '@/lib/http/operations-time';
import { createEntry } from '@/lib/tracking/create-entry';

export const POST = handle(entryOperations.create, ({ actor, body, now }) => createEntry(actor, body, now));
