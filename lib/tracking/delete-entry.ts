import type { PersonActor } from '@/lib/auth/actor';
import { inTransaction, type Tx } from '@/lib/db/client';
import { getInstallation } from '@/lib/db/installation';
import { deleteTimeEntry } from '@/lib/db/time-entry';
import { refuseLocked, requireEntry } from './entry-checks';
import { writeHistory } from './entry-history';

/** Deletes an entry. Its history keeps all of it, so that `restoreEntry` can bring it back. */
export async function deleteEntry(actor: PersonActor, entryId: string, now: Date): Promise<void> {
  await inTransaction((tx) => removeEntry(actor, entryId, now, tx));
}

/** The same inside a transaction that goes on. */
export async function removeEntry(actor: PersonActor, entryId: string, now: Date, tx: Tx): Promise<void> {
  const entry = await requireEntry(actor, entryId, tx);
  refuseLocked(actor, entry.on, await getInstallation(tx));
  await deleteTimeEntry(entryId, tx);
  const { userId } = entry;
  await writeHistory({ entryId, userId, actorId: actor.userId, kind: 'deleted', snapshot: entry }, now, tx);
}
