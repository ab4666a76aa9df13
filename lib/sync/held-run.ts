import type { IssueError, PlannedAction, RunCounts } from '@/lib/contracts/run';
import type { Tx } from '@/lib/db/client';
import { getRun, type Lease, type RunChange, updateHeldRun } from '@/lib/db/sync-run';
import type { LinearClient } from '@/lib/linear/client';
import { log } from '@/lib/log/log';
import { type Applied, addCounts, emptyCounts } from './apply-issues';
import { RunStop } from './run-stop';

const mostErrorsShown = 200;
const mostActionsShown = 1_000;

/** A run that this process holds by a lease: its counts, and the only way to write to its row. */
export class HeldRun {
  counts: RunCounts = emptyCounts();
  pages = 0;
  /** What the run asks Linear with, once it has begun. */
  client: LinearClient | null = null;
  readonly errors: IssueError[] = [];
  readonly preview: PlannedAction[] = [];

  constructor(
    readonly lease: Lease,
    private readonly options: { leaseMs: number; now: () => Date },
  ) {}

  /** Throws when the lease is lost: inside a transaction that undoes it, so that two processes never write one run. */
  async save(change: RunChange, tx?: Tx): Promise<void> {
    const isHeld = await updateHeldRun(this.lease, { leaseExpiresAt: this.leaseEnd(), ...change }, tx);
    if (!isHeld) throw new RunStop('lease_lost');
  }

  /** Once a page is committed. Not before: its transaction may be tried again. */
  note({ counts, failures }: Applied, pages: number): void {
    this.counts = addCounts(this.counts, counts);
    this.pages += pages;
    this.errors.push(...failures.slice(0, mostErrorsShown - this.errors.length));
  }

  notePlanned(actions: PlannedAction[]): void {
    this.preview.push(...actions.slice(0, mostActionsShown - this.preview.length));
  }

  /** The run's numbers, with those of a page that is being stored in the same transaction. */
  numbers(
    client: LinearClient,
    storing?: { applied: Applied; pages: number; progress?: { done: number; total: number } },
  ): RunChange {
    const progress = storing?.progress;
    const counts = storing ? addCounts(this.counts, storing.applied.counts) : this.counts;
    const errors = [...this.errors, ...(storing?.applied.failures ?? [])].slice(0, mostErrorsShown);
    return {
      set: counts,
      pages: this.pages + (storing?.pages ?? 0),
      requests: client.requests,
      complexity: Math.round(client.complexity),
      ...(progress ? { progressDone: progress.done, progressTotal: progress.total } : {}),
      issueErrors: JSON.stringify(errors),
      ...(this.preview.length > 0 ? { preview: JSON.stringify(this.preview) } : {}),
    };
  }

  /** What was asked in vain counts too: a run that failed at its first question still asked it. */
  spent(): Pick<RunChange, 'requests' | 'complexity'> {
    return this.client ? { requests: this.client.requests, complexity: Math.round(this.client.complexity) } : {};
  }

  /** Keeps the lease alive, and hears of a cancel that another process was asked for. Ends with `signal`. */
  startHeartbeat(stop: AbortController): () => void {
    const beat = setInterval(() => void this.beat(stop), this.options.leaseMs / 4);
    return () => clearInterval(beat);
  }

  private async beat(stop: AbortController): Promise<void> {
    try {
      const isHeld = await updateHeldRun(this.lease, { leaseExpiresAt: this.leaseEnd() });
      if (!isHeld) return stop.abort(new RunStop('lease_lost'));
      const run = await getRun(this.lease.runId);
      if (run?.cancelRequestedAt) stop.abort(new RunStop('canceled'));
    } catch (error) {
      // The next beat tries again; if none gets through, the lease ends by itself.
      log().warn({ err: error, runId: this.lease.runId }, 'heartbeat of a sync run failed');
    }
  }

  private leaseEnd(): Date {
    return new Date(this.options.now().getTime() + this.options.leaseMs);
  }
}
