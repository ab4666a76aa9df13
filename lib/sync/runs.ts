import type { AdminActor, AdminPerson } from '@/lib/auth/actor';
import { type Run, type RunsQuery, runTrigger, type SyncInput } from '@/lib/contracts/run';
import { getConnection } from '@/lib/db/connection';
import { getRun, listRuns as listStored, type StoredRun } from '@/lib/db/sync-run';
import { AppError } from '@/lib/errors/app-error';
import { mustGetConnection } from './connections';
import { requestCancel, requestRun } from './request-run';
import { runView } from './run-view';

export async function startRun(
  actor: AdminPerson,
  connectionId: string,
  input: SyncInput,
  now: Date,
): Promise<{ run: Run; isNew: boolean }> {
  await mustGetConnection(connectionId);
  const trigger = actor.via === 'token' ? 'api' : 'manual';
  const { run, isNew } = await requestRun({ ...input, connectionId, trigger, requestedById: actor.userId }, now);
  return { run: runView(run), isNew };
}

export async function cancelRun(_actor: AdminActor, runId: string, now: Date): Promise<Run> {
  return runView(await requestCancel(runId, now));
}

export async function showRun(_actor: AdminActor, runId: string): Promise<Run> {
  const run = await getRun(runId);
  if (!run) throw new AppError('not_found', 'This run does not exist.');
  return withResumption(run);
}

export async function listRuns(
  _actor: AdminActor,
  connectionId: string,
  { limit, cursor, trigger }: RunsQuery,
): Promise<{ items: Run[]; nextCursor: string | null }> {
  await mustGetConnection(connectionId);
  const before = cursor === undefined ? null : await getRun(cursor);
  if (cursor !== undefined && before?.connectionId !== connectionId) {
    const message = 'This cursor is damaged. Start again without one.';
    throw new AppError('validation_failed', message, { errors: [{ path: 'cursor', message }] });
  }
  const runs = await listStored(connectionId, limit + 1, before, trigger);
  const items = runs.slice(0, limit).map((run) => runView(run));
  const isMore = runs.length > limit;
  return { items, nextCursor: isMore ? (items.at(-1)?.id ?? null) : null };
}

const beyondHints = runTrigger.options.filter((trigger) => trigger !== 'webhook');

/** Only the newest ended run can be the one that goes on. */
async function withResumption(run: StoredRun): Promise<Run> {
  if (run.status !== 'partial' && run.status !== 'interrupted') return runView(run);
  const [[newest], connection] = await Promise.all([
    listStored(run.connectionId, 1, null, beyondHints),
    getConnection(run.connectionId),
  ]);
  return runView(run, newest?.id === run.id ? (connection?.resumeAt ?? null) : null);
}
