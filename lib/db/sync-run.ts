import type { RunCounts, RunMode, RunStatus, RunTrigger } from '@/lib/contracts/run';
import { newId } from '@/lib/kit/new-id';
import { db, inTransaction, type Tx } from './client';
import { Prisma } from './generated/client';

export type StoredRun = Prisma.SyncRunGetPayload<object>;

export interface NewRun {
  connectionId: string;
  trigger: RunTrigger;
  mode: RunMode;
  dryRun: boolean;
  allowLargeRemoval: boolean;
  requestedById: string | null;
}

/** Null when the connection has an active run already: the unique `active_key` decides, across processes. */
export async function createRun(run: NewRun): Promise<StoredRun | null> {
  try {
    return await db().syncRun.create({ data: { ...run, id: newId(), status: 'queued', activeKey: run.connectionId } });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return null;
    throw error;
  }
}

export function getRun(id: string, tx: Tx = db()): Promise<StoredRun | null> {
  return tx.syncRun.findUnique({ where: { id } });
}

export function getActiveRun(connectionId: string): Promise<StoredRun | null> {
  return db().syncRun.findUnique({ where: { activeKey: connectionId } });
}

export async function listActiveRuns(connectionIds: string[]): Promise<StoredRun[]> {
  return db().syncRun.findMany({ where: { activeKey: { in: connectionIds }, trigger: { not: 'webhook' } } });
}

// The ledger is kept for ever, a hundred thousand runs a year and more, so no query may read it whole: what is newest is
// found by the index on (connection_id, created_at), what is active by the one on active_key, which serves no IS NOT NULL.
const newestFirst = [{ createdAt: 'desc' }, { id: 'desc' }] satisfies Prisma.SyncRunOrderByWithRelationInput[];
const isActive = { activeKey: { gt: '' } } satisfies Prisma.SyncRunWhereInput;

/** The newest ended run of each connection; those that read what deliveries named tell nothing of the whole. */
export async function listLastRuns(connectionIds: string[]): Promise<StoredRun[]> {
  const ended = { finishedAt: { not: null }, dryRun: false, trigger: { not: 'webhook' } };
  const runs = await Promise.all(
    connectionIds.map((connectionId) =>
      db().syncRun.findFirst({ where: { connectionId, ...ended }, orderBy: newestFirst }),
    ),
  );
  return runs.filter((run) => run !== null);
}

/** Newest first; `before` is the last row of the page before. */
export function listRuns(
  connectionId: string,
  limit: number,
  before: { id: string; createdAt: Date } | null,
  triggers?: RunTrigger[],
): Promise<StoredRun[]> {
  const older = before && {
    createdAt: { lte: before.createdAt },
    OR: [{ createdAt: { lt: before.createdAt } }, { id: { lt: before.id } }],
  };
  const ofTrigger = triggers && { trigger: { in: triggers } };
  return db().syncRun.findMany({ where: { connectionId, ...older, ...ofTrigger }, orderBy: newestFirst, take: limit });
}

export interface Lease {
  runId: string;
  owner: string;
}

/** Takes a queued run for this process. False when another was faster. */
export async function claimRun(lease: Lease, now: Date, expiresAt: Date): Promise<boolean> {
  const { count } = await db().syncRun.updateMany({
    where: { id: lease.runId, status: 'queued', activeKey: { not: null } },
    data: { status: 'running', leaseOwner: lease.owner, leaseExpiresAt: expiresAt, startedAt: now },
  });
  return count === 1;
}

export interface RunChange {
  status?: RunStatus;
  leaseExpiresAt?: Date;
  waitingUntil?: Date | null;
  finishedAt?: Date;
  activeKey?: null;
  pages?: number;
  requests?: number;
  complexity?: number;
  progressDone?: number;
  progressTotal?: number;
  issueErrors?: string;
  preview?: string;
  error?: { code: string; message: string; hint: string } | null;
  set?: RunCounts;
}

/**
 * Changes a run that this process still holds. False: the lease is lost, and nothing may be written for this run any
 * more; a transaction that sees it must fail.
 */
export async function updateHeldRun(lease: Lease, change: RunChange, tx: Tx = db()): Promise<boolean> {
  const { set = {}, error, ...values } = change;
  const { count } = await tx.syncRun.updateMany({
    where: { id: lease.runId, leaseOwner: lease.owner, activeKey: { not: null } },
    data: {
      ...values,
      ...set,
      ...(error === undefined
        ? {}
        : { errorCode: error?.code ?? null, errorMessage: error?.message ?? null, errorHint: error?.hint ?? null }),
    },
  });
  return count === 1;
}

export async function updateCancelRequested(runId: string, now: Date): Promise<void> {
  await db().syncRun.updateMany({ where: { id: runId, activeKey: { not: null } }, data: { cancelRequestedAt: now } });
}

/** A run that nobody has begun can end at once. */
export async function endQueuedRun(runId: string, status: RunStatus, now: Date): Promise<boolean> {
  const { count } = await db().syncRun.updateMany({
    where: { id: runId, status: 'queued', activeKey: { not: null } },
    data: { status, finishedAt: now, activeKey: null },
  });
  return count === 1;
}

/**
 * A run that only reads hints makes way for any other, which reads them first. Its process finds the lease lost: what it is
 * storing at that moment is undone.
 */
export async function endHintRun(runId: string, now: Date): Promise<void> {
  await db().syncRun.updateMany({
    where: { id: runId, trigger: 'webhook', activeKey: { not: null } },
    data: { status: 'canceled', finishedAt: now, activeKey: null, waitingUntil: null },
  });
}

export function listQueuedRuns(): Promise<{ id: string; connectionId: string }[]> {
  return db().syncRun.findMany({
    where: { status: 'queued', ...isActive },
    select: { id: true, connectionId: true },
  });
}

/**
 * Ends runs whose process died: their lease ran out. What they left undone is due at once, in the same transaction, or a
 * second death would lose it. One that a person had asked to stop ends as canceled.
 */
export async function interruptExpiredRuns(now: Date): Promise<void> {
  const expired = { status: { in: ['running', 'waiting'] }, leaseExpiresAt: { lt: now }, ...isActive };
  const select = {
    id: true,
    connectionId: true,
    mode: true,
    dryRun: true,
    trigger: true,
    cancelRequestedAt: true,
  };
  for (const run of await db().syncRun.findMany({ where: expired, select })) {
    const status = run.cancelRequestedAt === null ? 'interrupted' : 'canceled';
    await inTransaction(async (tx) => {
      const { count } = await tx.syncRun.updateMany({
        where: { id: run.id, ...expired },
        data: { status, finishedAt: now, activeKey: null, waitingUntil: null },
      });
      if (count === 0 || status === 'canceled' || run.dryRun || run.trigger === 'webhook') return;
      const resume = { resumeAt: now, resumeMode: run.mode };
      await tx.connection.update({ where: { id: run.connectionId }, data: resume, select: { id: true } });
    });
  }
}
