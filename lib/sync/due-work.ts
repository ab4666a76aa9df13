import { claimDueResumptions, claimTick, listConnections, updateConnection } from '@/lib/db/connection';
import { listQueuedRuns } from '@/lib/db/sync-run';
import { hours, seconds } from '@/lib/kit/sleep';
import { previousRun } from '@/lib/time/cron';
import { requestRun, sweepDeadRuns } from './request-run';

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
  if (!(await claimTick(connectionId, tick))) return;
  const isFullDue = lastFullPassAt !== null && now.getTime() - lastFullPassAt.getTime() >= fullPassEveryMs;
  await requestRun({ ...plainRun, connectionId, mode: isFullDue ? 'full' : 'incremental' }, now);
}

/** Ends the runs of dead processes, queues what goes on, and answers all runs that wait to be carried out. */
export async function queueDueWork(now: Date): Promise<DueWork[]> {
  await sweepDeadRuns(now);
  for (const { id, mode } of await claimDueResumptions(now)) {
    const { run, isNew } = await requestRun(
      { ...plainRun, connectionId: id, mode: mode === 'full' ? 'full' : 'incremental' },
      now,
    );
    // A dry run leaves what is unfinished as it is, so it must not swallow its turn.
    if (!isNew && run.dryRun) await updateConnection(id, { resumeAt: new Date(now.getTime() + seconds(30)) });
  }
  return (await listQueuedRuns()).map(({ id }) => ({ runId: id }));
}

const plainRun = { trigger: 'schedule', dryRun: false, allowLargeRemoval: false, requestedById: null } as const;
