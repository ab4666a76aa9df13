import type { RunMode } from '@/lib/contracts/run';
import { claimDueResumptions, claimTick, listConnections, settleResumption } from '@/lib/db/connection';
import { interruptExpiredRuns, listQueuedRuns } from '@/lib/db/sync-run';
import { hours, seconds } from '@/lib/kit/sleep';
import { queueHintRuns } from '@/lib/sync/push/hints-queue';
import { previousRun } from '@/lib/time/cron';
import { requestRun } from './request-run';

export interface Schedule {
  connectionId: string;
  cron: string;
  timeZone: string;
  lastTickAt: Date | null;
  lastFullPassAt: Date | null;
}

export interface DueWork {
  runId: string;
}

/** A full pass over all issues finds what no stamp tells: deletions above all. */
const fullPassEveryMs = hours(24);

export async function listSchedules(): Promise<Schedule[]> {
  const connections = await listConnections();
  return connections
    .filter(({ scheduleEnabled, pausedReason }) => scheduleEnabled && pausedReason === null)
    .map(({ id, scheduleCron, scheduleTimeZone, lastTickAt, lastFullPassAt }) => ({
      connectionId: id,
      cron: scheduleCron,
      timeZone: scheduleTimeZone,
      lastTickAt,
      lastFullPassAt,
    }));
}

/** The newest tick that nobody has claimed. However many were missed, it is one. */
export function dueTick({ cron, timeZone, lastTickAt }: Schedule, now: Date): Date | null {
  const tick = previousRun(cron, timeZone, now);
  return lastTickAt === null || tick > lastTickAt ? tick : null;
}

/** Claims a tick, across processes, and queues its run; once a day a full one. */
export async function takeTick({ connectionId, lastFullPassAt }: Schedule, tick: Date, now: Date): Promise<void> {
  const isFullDue = lastFullPassAt !== null && now.getTime() - lastFullPassAt.getTime() >= fullPassEveryMs;
  const mode = isFullDue ? 'full' : 'incremental';
  const heldUntil = holdFrom(now);
  if (await claimTick(connectionId, tick, mode, heldUntil)) await queueClaimed(connectionId, mode, heldUntil, now);
}

/** Ends the runs of dead processes, queues what goes on and what was pushed, and answers all runs that wait to be carried out. */
export async function queueDueWork(now: Date): Promise<DueWork[]> {
  await interruptExpiredRuns(now);
  const heldUntil = holdFrom(now);
  for (const { id, mode } of await claimDueResumptions(now, heldUntil))
    await queueClaimed(id, mode === 'full' ? 'full' : 'incremental', heldUntil, now);
  // After those, which read hints too.
  await queueHintRuns(now);
  return (await listQueuedRuns()).map(({ id }) => ({ runId: id }));
}

function holdFrom(now: Date): Date {
  return new Date(now.getTime() + seconds(30));
}

async function queueClaimed(connectionId: string, mode: RunMode, heldUntil: Date, now: Date): Promise<void> {
  const { run, isNew } = await requestRun({ ...plainRun, connectionId, mode }, now);
  // A dry run leaves what is unfinished as it is, so it must not swallow its turn: that comes when the hold is over.
  if (isNew || !run.dryRun) await settleResumption(connectionId, heldUntil);
}

const plainRun = { trigger: 'schedule', dryRun: false, allowLargeRemoval: false, requestedById: null } as const;
