import { handle } from '@/lib/http/handle';
import { entryOperations } from '@/lib/http/operations-entries';
import { changeEntry } from '@/lib/tracking/change-entry';
import { deleteEntry } from '@/lib/tracking/delete-entry';
import { getEntry } from '@/lib/tracking/get-entry';

export const GET = handle(entryOperations.get, ({ actor, params }) => getEntry(actor, params.id));
export const PATCH = handle(entryOperations.change, ({ actor, params, body, now }) =>
  changeEntry(actor, params.id, body, now),
);
export const DELETE = handle(entryOperations.delete, ({ actor, params, now }) => deleteEntry(actor, params.id, now));
