import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import cron, { type ScheduledTask } from 'node-cron';
import { config } from '@/lib/config/config';
import { minutes, seconds, sleep } from '@/lib/kit/sleep';
import { log } from '@/lib/log/log';
import { type DueWork, dueTick, listSchedules, queueDueWork, type Schedule, takeTick } from '@/lib/sync/due-work';
import { type Executor, executeRun } from '@/lib/sync/execute-run';
import { nextHintAt, removeOldDeliveries } from '@/lib/sync/push/hints-queue';
import { sweepWebhooks } from '@/lib/sync/push/push-open';
import { RunStop } from '@/lib/sync/run-stop';
import { keepTimeOnIssues } from '@/lib/sync/time-on-issues/time-on-issues';
import { linkBase } from '@/lib/sync/time-on-issues/time-on-issues-switch';
import { sweepWrites } from '@/lib/sync/write/write-ledger';
import { SideWork } from './side-work';
import { sweepTime } from './sweep-time';

interface Entry {
  task: ScheduledTask;
  schedule: Schedule;
}

/** How often the database is asked for queued runs, resumptions, dead runs, changed schedules of other processes and forgotten timers. */
const sweepEveryMs = seconds(5);
/** Less than the ten seconds that a container gives: the rest is for closing the database. */
const longestStopMs = seconds(8);

/**
 * Runs what is due, in this process. What is due stands in the database, where each tick and each run is claimed by one
 * process; cron's ticks and `wake` only make it look sooner.
 */
export class SchedulerJob {
  running = false;
  private readonly entries = new Map<string, Entry>();
  private readonly active = new Map<string, { stop: AbortController; done: Promise<void> }>();
  private sweeper: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> | null = null;
  private isAskedAgain = false;
  /** The next time at which something is known to be due, see `wakeAt`. */
  private alarm: { at: Date; timer: NodeJS.Timeout } | null = null;
  /** Timers are not looked at whenever a sync stirs. */
  private isTimeDue = true;
  private readonly writes: SideWork;
  private readonly time: SideWork;

  constructor(private readonly executor: Executor) {
    const lookUp = () =>
      Promise.all([sweepWrites(executor.access), sweepWebhooks(executor.access)]).then(() => undefined);
    this.writes = new SideWork(lookUp, minutes(1));
    const sending = () => ({ access: executor.access, baseUrl: linkBase() });
    this.time = new SideWork(() => keepTimeOnIssues(sending()), seconds(10));
  }

  async start(): Promise<void> {
    this.running = true;
    await this.sweep();
    // Stopped while it was starting.
    if (!this.running) return;
    this.sweeper = setInterval(() => {
      this.isTimeDue = true;
      void this.sweep();
    }, sweepEveryMs);
  }

  /** Something was queued or a schedule changed: look now. */
  wake(): void {
    if (this.running) void this.sweep();
  }

  /** Time on issues was switched on, or is to be removed: begin now. */
  hastenTime(): void {
    this.time.hasten();
    this.wake();
  }

  /** Something is due at this time: look then, unless an earlier time comes first. */
  wakeAt(at: Date): void {
    if (!this.running || (this.alarm && this.alarm.at <= at)) return;
    clearTimeout(this.alarm?.timer);
    const timer = setTimeout(
      () => {
        this.alarm = null;
        this.wake();
      },
      Math.max(0, at.getTime() - this.executor.now().getTime()),
    );
    this.alarm = { at, timer };
  }

  /** Stops a run of this process at once; one of another process hears of it by its heartbeat. */
  cancel(runId: string): void {
    this.active.get(runId)?.stop.abort(new RunStop('canceled'));
  }

  /** Runs under way stop within their page and go on at the next start. */
  async stop(): Promise<void> {
    this.running = false;
    clearInterval(this.sweeper);
    clearTimeout(this.alarm?.timer);
    this.alarm = null;
    for (const { task } of this.entries.values()) await task.destroy();
    this.entries.clear();
    for (const { stop } of this.active.values()) stop.abort(new RunStop('shutdown'));
    const done = Promise.allSettled([
      this.sweeping,
      this.writes.done,
      this.time.done,
      ...[...this.active.values()].map((run) => run.done),
    ]);
    const over = new AbortController();
    await Promise.race([done, sleep(longestStopMs, over.signal)]);
    over.abort();
  }

  /** One sweep at a time; a wish that comes during one is fulfilled after it. */
  private async sweep(): Promise<void> {
    if (this.sweeping) {
      this.isAskedAgain = true;
      return this.sweeping;
    }
    this.sweeping = this.sweepOnce().finally(() => {
      this.sweeping = null;
    });
    await this.sweeping;
    if (this.isAskedAgain && this.running) {
      this.isAskedAgain = false;
      await this.sweep();
    }
  }

  private async sweepOnce(): Promise<void> {
    const isTimeDue = this.isTimeDue;
    this.isTimeDue = false;
    if (isTimeDue) await sweepTime(this.executor.now());
    this.writes.begin(this.executor.now());
    this.time.begin(this.executor.now());
    try {
      if (isTimeDue) await removeOldDeliveries(this.executor.now());
      await this.followSchedules();
      for (const work of await queueDueWork(this.executor.now())) this.begin(work);
      const hintAt = await nextHintAt(this.executor.now());
      if (hintAt) this.wakeAt(hintAt);
    } catch (error) {
      log().error({ err: error }, 'looking for due syncs failed; it is tried again');
    }
  }

  private begin({ runId }: DueWork): void {
    if (!this.running || this.active.has(runId)) return;
    const stop = new AbortController();
    const done = executeRun(runId, this.executor, stop)
      // What came while it ran may be due.
      .then(() => this.wake())
      .catch((error: unknown) => log().error({ err: error, runId }, 'a sync run failed'))
      .finally(() => {
        this.active.delete(runId);
      });
    this.active.set(runId, { stop, done });
  }

  /** One cron entry per connection, replaced when its schedule changed. A tick that was missed runs once. */
  private async followSchedules(): Promise<void> {
    const schedules = await listSchedules();
    const wanted = new Map(schedules.map((schedule) => [schedule.connectionId, schedule]));
    for (const [connectionId, entry] of this.entries) {
      const now = wanted.get(connectionId);
      if (now && now.cron === entry.schedule.cron && now.timeZone === entry.schedule.timeZone) continue;
      await entry.task.destroy();
      this.entries.delete(connectionId);
    }
    for (const schedule of schedules) {
      if (!this.running) return;
      // One connection with a schedule that cannot be read must not keep the others from their work.
      await this.follow(schedule).catch((error: unknown) =>
        log().error({ err: error, connectionId: schedule.connectionId }, 'a schedule cannot be followed'),
      );
    }
  }

  private async follow(schedule: Schedule): Promise<void> {
    const missed = dueTick(schedule, this.executor.now());
    if (missed) await takeTick(schedule, missed, this.executor.now());
    if (!this.entries.has(schedule.connectionId)) this.entries.set(schedule.connectionId, this.schedule(schedule));
  }

  private schedule(schedule: Schedule): Entry {
    const task = cron.schedule(schedule.cron, () => this.wake(), {
      timezone: schedule.timeZone,
      name: schedule.connectionId,
    });
    return { task, schedule };
  }
}

// Next bundles instrumentation and routes apart; the process still has one scheduler.
const shared = globalThis as typeof globalThis & { tracklineScheduler?: SchedulerJob };

export function makeScheduler(): SchedulerJob {
  const now = () => new Date();
  const owner = `${hostname()}/${process.pid}/${randomUUID()}`;
  const made = new SchedulerJob({ owner, now, access: { url: config().linearApiUrl, now } });
  shared.tracklineScheduler = made;
  return made;
}

/** Undefined where no scheduler runs, as in a test of one route: what is queued waits in the database. */
export function currentScheduler(): SchedulerJob | undefined {
  return shared.tracklineScheduler;
}
