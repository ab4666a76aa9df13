import type { PersonActor } from '@/lib/auth/actor';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import type { Tx } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { requireEntry } from './entry-checks';
import { toTimeEntries } from './to-time-entry';

/** Throws `not_found`, and `forbidden` for somebody else's. */
export async function getEntry(actor: PersonActor, entryId: string, tx?: Tx): Promise<TimeEntry> {
  const [entry] = await toTimeEntries(actor, [await requireEntry(actor, entryId, tx)], tx);
  return must(entry, 'the entry');
}
