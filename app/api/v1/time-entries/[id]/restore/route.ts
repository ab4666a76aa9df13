import { handle } from '@/lib/http/handle';
import { entryOperations } from '@/lib/http/operations-entries';
import { restoreEntry } from '@/lib/tracking/restore-entry';

export const POST = handle(entryOperations.restore, ({ actor, params, now }) => restoreEntry(actor, params.id, now));
