import type { RunStatus } from '@/lib/contracts/run';
import { inTransaction, type Tx } from '@/lib/db/client';
import { type ConnectionUpdate, getConnection, updateConnection } from '@/lib/db/connection';
import { countUnreadMirrors } from '@/lib/db/mirror-state';
import { claimRun, getRun, type RunChange, type StoredRun } from '@/lib/db/sync-run';
import { countUnreadTeams } from '@/lib/db/team-scope';
import { AppError } from '@/lib/errors/app-error';
import { databaseTrouble } from '@/lib/errors/database-trouble';
import { must } from '@/lib/kit/must';
import { seconds } from '@/lib/kit/sleep';
import { LinearRateLimited } from '@/lib/linear/linear-errors';
import { log } from '@/lib/log/log';
import { backOff } from '@/lib/sync/push/hints-backoff';
import { readCheckpoint } from './checkpoint';
import { HeldRun } from './held-run';
import type { LinearAccess } from './open-client';
import { RunStop } from './run-stop';
import { runSync } from './run-sync';
import { quotaText } from './store';

export interface Executor {
  /** This process, as the lease names it. */
  owner: string;
  access: LinearAccess;
  now: () => Date;
  /** A run whose process has not been heard of for this long is interrupted. */
  leaseMs?: number;
  /** How soon a run that spent its pages goes on. */
  continueAfterMs?: number;
}

/** Failures of the key in a row after which the schedule pauses: a revoked key does not come back by itself. */
export const mostAuthFailures = 3;

interface Ending {
  status: RunStatus;
  error: { code: string; message: string; hint: string } | null;
  /** When unfinished work goes on by itself. */
  resumeAt: Date | null;
}

/** Carries out a queued run to its end, whatever that is. Does nothing when another process took it. */
export async function executeRun(runId: string, executor: Executor, stop: AbortController): Promise<void> {
  const { now, owner, leaseMs = seconds(20) } = executor;
  const lease = { runId, owner };
  if (!(await claimRun(lease, now(), new Date(now().getTime() + leaseMs)))) return;
  const run = must(await getRun(runId), 'the claimed run');
  const held = new HeldRun(lease, { leaseMs, now });
  const stopHeartbeat = held.startHeartbeat(stop);
  try {
    if (run.cancelRequestedAt) stop.abort(new RunStop('canceled'));
    stop.signal.throwIfAborted();
    const outcome = await runSync({ run, held, access: executor.access, now, signal: stop.signal });
    await finish(
      run,
      held,
      outcome === 'complete' ? complete : goOn(now, executor.continueAfterMs ?? seconds(30)),
      now,
    );
  } catch (error) {
    await finishFailed(run, held, error, now);
  } finally {
    stopHeartbeat();
    // Ends what may still be on its way to Linear.
    stop.abort(new RunStop('lease_lost'));
  }
}

const complete: Ending = { status: 'succeeded', error: null, resumeAt: null };

function goOn(now: () => Date, afterMs: number): Ending {
  return { status: 'partial', error: null, resumeAt: new Date(now().getTime() + afterMs) };
}

async function finishFailed(run: StoredRun, held: HeldRun, error: unknown, now: () => Date): Promise<void> {
  const why = error instanceof RunStop ? error.why : null;
  if (why === 'lease_lost') return log().warn({ runId: run.id }, 'a sync run lost its lease and stopped');
  try {
    await finish(run, held, endingOf(error, why, now), now, why === null ? error : null);
  } catch (finishError) {
    // The lease runs out and the run is interrupted: what it stored stays.
    log().error({ err: finishError, runId: run.id }, 'the end of a sync run could not be stored');
  }
}

function endingOf(error: unknown, why: 'canceled' | 'shutdown' | null, now: () => Date): Ending {
  if (why === 'canceled') return { status: 'canceled', error: null, resumeAt: null };
  if (why === 'shutdown') return { status: 'interrupted', error: null, resumeAt: now() };
  const known = error instanceof AppError ? error : databaseTrouble(error);
  if (error instanceof LinearRateLimited) return { status: 'partial', error: shown(error), resumeAt: error.resetAt };
  if (known) return { status: 'failed', error: shown(known), resumeAt: null };
  log().error({ err: error }, 'a sync run failed');
  const hint = 'What was read so far is kept. The log of the server says more; the next sync tries again.';
  return {
    status: 'failed',
    error: { code: 'internal', message: 'The sync stopped on an error of Trackline.', hint },
    resumeAt: null,
  };
}

function shown(error: AppError): Ending['error'] {
  return { code: error.code, message: error.message, hint: error.hint ?? '' };
}

async function finish(
  run: StoredRun,
  held: HeldRun,
  ending: Ending,
  now: () => Date,
  failure: unknown = null,
): Promise<void> {
  const { status, error, resumeAt } = ending;
  const change: RunChange = { status, error, finishedAt: now(), waitingUntil: null, activeKey: null, ...held.spent() };
  await inTransaction(async (tx) => {
    await held.save(change, tx);
    const connection = await getConnection(run.connectionId, tx);
    if (!connection) return;
    const isPass = readCheckpoint(connection.checkpoint).fullPassStartedAt !== null;
    const quota = held.client ? { quota: quotaText(held.client) } : {};
    // Its unfinished work are the hints; when another run goes on is none of its business.
    if (run.trigger === 'webhook' && failure !== null) await backOff(connection.id, failure, now(), tx);
    const leavesResumption = run.dryRun || run.trigger === 'webhook';
    const goesOnAt = status === 'succeeded' && (await isMoreChosen(run, tx)) ? now() : resumeAt;
    const resume: ConnectionUpdate = leavesResumption
      ? {}
      : { resumeAt: goesOnAt, resumeMode: isPass ? 'full' : 'incremental' };
    await updateConnection(connection.id, { ...resume, ...quota, ...authState(connection.authFailures, ending) }, tx);
  });
}

/** A team or a collection that was chosen while the run was under way may have come too late for it. */
async function isMoreChosen({ connectionId, startedAt }: StoredRun, tx: Tx): Promise<boolean> {
  if (!startedAt) return false;
  return (
    (await countUnreadTeams(connectionId, startedAt, tx)) > 0 ||
    (await countUnreadMirrors(connectionId, startedAt, tx)) > 0
  );
}

function authState(failures: number, { status, error }: Ending): ConnectionUpdate {
  if (error?.code === 'linear_auth_failed')
    return { authFailures: failures + 1, ...(failures + 1 >= mostAuthFailures ? { pausedReason: 'auth' } : {}) };
  // Linear answered the key, so it is well.
  return status === 'succeeded' || status === 'partial' ? { authFailures: 0, pausedReason: null } : {};
}
