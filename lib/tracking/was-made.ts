import type { Tx } from '@/lib/db/client';
import { getEntryOwner } from '@/lib/db/time-entry-event';

/** A call that is done again under its Idempotency-Key finds what it made, even if that was deleted since. */
export async function wasMade(entryId: string, tx: Tx): Promise<boolean> {
  return (await getEntryOwner(entryId, tx)) !== null;
}
