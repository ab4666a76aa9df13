import type { PersonActor } from '@/lib/auth/actor';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import type { Timer } from '@/lib/contracts/timer';
import { inTransaction, type Tx } from '@/lib/db/client';
import { getInstallation } from '@/lib/db/installation';
import { deleteTimeEntry, getRunningEntry, type TimeEntryRow } from '@/lib/db/time-entry';
import { AppError } from '@/lib/errors/app-error';
import { answerTimeMs } from './ask-time';
import { refuseLocked } from './entry-checks';
import { writeHistory } from './entry-history';
import { getEntry } from './get-entry';
import { stopForgotten } from './stop-forgotten';
import { toTimeEntries } from './to-time-entry';

export async function getTimer(actor: PersonActor, now: Date): Promise<Timer> {
  await stopForgotten(actor.userId, now);
  return showTimer(actor, now);
}

export async function showTimer(actor: PersonActor, now: Date, tx?: Tx): Promise<Timer> {
  const row = await getRunningEntry(actor.userId, tx);
  const [entry = null] = row === null ? [] : await toTimeEntries(actor, [row], tx);
  const askAt = row?.askAt ?? null;
  return {
    entry,
    now: now.toISOString(),
    askAt: askAt?.toISOString() ?? null,
    stopsAt: askAt === null ? null : new Date(askAt.getTime() + answerTimeMs).toISOString(),
  };
}

/**
 * Ends the running one without keeping its time; its history keeps it, so that it can come back. Throws `day_locked`: there it
 * can only be stopped.
 */
export async function discardTimer(actor: PersonActor, entryId: string | undefined, now: Date): Promise<TimeEntry> {
  return inTransaction(async (tx) => {
    const row = await requireRunning(actor, entryId, tx);
    refuseLocked(actor, row.on, await getInstallation(tx));
    const shown = await getEntry(actor, row.id, tx);
    await discard(row, now, tx);
    return shown;
  });
}

/** The same inside a transaction that goes on. */
export async function discard(row: TimeEntryRow, now: Date, tx: Tx): Promise<void> {
  await deleteTimeEntry(row.id, tx);
  const { id: entryId, userId } = row;
  await writeHistory({ entryId, userId, actorId: userId, kind: 'deleted', snapshot: row }, now, tx);
}

export async function requireRunning(
  { userId }: PersonActor,
  entryId: string | undefined,
  tx: Tx,
): Promise<TimeEntryRow> {
  const running = await getRunningEntry(userId, tx);
  if (running === null) throw new AppError('no_timer', 'No timer is running.');
  if (entryId !== undefined && entryId !== running.id)
    throw new AppError('timer_changed', 'Another timer runs now: it was switched in another tab or on another device.');
  return running;
}
