import { removeOldCalls } from '@/lib/auth/idempotency';
import { log } from '@/lib/log/log';
import { listForgotten, stopForgotten } from '@/lib/tracking/stop-forgotten';

/** Stops the timers that nobody answers for, and removes answers that no call waits for any more. Never throws. */
export async function sweepTime(now: Date): Promise<void> {
  try {
    for (const userId of await listForgotten(now)) await stopOne(userId, now);
    await removeOldCalls(now);
  } catch (error) {
    log().error({ err: error }, 'looking for forgotten timers failed; it is tried again');
  }
}

/** One timer that cannot be stopped must not keep the others running. */
async function stopOne(userId: string, now: Date): Promise<void> {
  try {
    const entryId = await stopForgotten(userId, now);
    if (entryId !== null) log().info({ userId, entryId }, 'a forgotten timer was stopped');
  } catch (error) {
    log().error({ err: error, userId }, 'a forgotten timer could not be stopped; it is tried again');
  }
}
