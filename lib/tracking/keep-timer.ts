import type { PersonActor } from '@/lib/auth/actor';
import type { Timer } from '@/lib/contracts/timer';
import { inTransaction } from '@/lib/db/client';
import { updateTimeEntry } from '@/lib/db/time-entry';
import { AppError } from '@/lib/errors/app-error';
import { must } from '@/lib/kit/must';
import { askTime, longestTimerMs } from './ask-time';
import { writeHistory } from './entry-history';
import { stopForgotten } from './stop-forgotten';
import { getTimer, requireRunning } from './timer';

/**
 * "Still working": the timer goes on, and is asked about again after the next limit. Throws `entry_too_long` after 24 hours,
 * `no_timer` when the answer comes too late.
 */
export async function keepTimer(actor: PersonActor, entryId: string | undefined, now: Date): Promise<Timer> {
  await stopForgotten(actor.userId, now);
  await inTransaction(async (tx) => {
    const running = await requireRunning(actor, entryId, tx);
    const startedAt = must(running.startedAt, 'the start of a timer');
    if (now.getTime() >= startedAt.getTime() + longestTimerMs)
      throw new AppError('entry_too_long', 'An entry has at most 24 hours.', {
        hint: 'Stop this timer and start another.',
      });
    const askAt = askTime(startedAt, now, actor);
    await updateTimeEntry(running.id, { askAt }, now, tx);
    const { id, userId } = running;
    const changes = [{ field: 'askAt', from: running.askAt?.toISOString() ?? null, to: askAt.toISOString() }];
    await writeHistory({ entryId: id, userId, actorId: userId, kind: 'kept', changes }, now, tx);
  });
  return getTimer(actor, now);
}
