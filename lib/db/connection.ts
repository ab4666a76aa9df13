import { db, type Tx } from './client';
import { Prisma } from './generated/client';

export type StoredConnection = Prisma.ConnectionGetPayload<object>;
export type NewConnection = Prisma.ConnectionUncheckedCreateInput;
export type ConnectionUpdate = Prisma.ConnectionUncheckedUpdateInput;

/** Null when the workspace has a connection already. */
export async function createConnection(connection: NewConnection, tx: Tx = db()): Promise<StoredConnection | null> {
  try {
    return await tx.connection.create({ data: connection });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return null;
    throw error;
  }
}

export function getConnection(id: string, tx: Tx = db()): Promise<StoredConnection | null> {
  return tx.connection.findUnique({ where: { id } });
}

export function getConnectionOfWorkspace(workspaceId: string): Promise<{ id: string; name: string } | null> {
  return db().connection.findUnique({ where: { workspaceId }, select: { id: true, name: true } });
}

export function listConnections(): Promise<StoredConnection[]> {
  return db().connection.findMany({ orderBy: { createdAt: 'asc' } });
}

export async function updateConnection(id: string, change: ConnectionUpdate, tx: Tx = db()): Promise<void> {
  await tx.connection.update({ where: { id }, data: change });
}

/** What a key was found to be good for. A connection that was deleted meanwhile has none any more. */
export async function noteKeyScope(
  id: string,
  scope: { keyIsAdmin: boolean } | { keyCanWrite: boolean },
): Promise<void> {
  await db().connection.updateMany({ where: { id }, data: scope });
}

export async function deleteConnection(id: string, tx: Tx): Promise<void> {
  await tx.connection.delete({ where: { id } });
}

/**
 * Claims a tick of the schedule for this process. False: another has it, or a later one was claimed already.
 * Until `settleResumption` its work counts as unfinished, so that a process that dies in between takes no tick with it.
 */
export async function claimTick(id: string, tick: Date, mode: string, heldUntil: Date): Promise<boolean> {
  const { count } = await db().connection.updateMany({
    where: { id, scheduleEnabled: true, pausedReason: null, OR: [{ lastTickAt: null }, { lastTickAt: { lt: tick } }] },
    data: { lastTickAt: tick, resumeAt: heldUntil, resumeMode: mode },
  });
  return count === 1;
}

/**
 * Connections whose unfinished work is due; each is answered to one process only, which has until `heldUntil` to queue
 * its run. Then it is due again: that process died.
 */
export async function claimDueResumptions(now: Date, heldUntil: Date): Promise<{ id: string; mode: string | null }[]> {
  const due = await db().connection.findMany({
    where: { resumeAt: { lte: now }, pausedReason: null },
    select: { id: true, resumeMode: true, resumeAt: true },
  });
  const claimed = await Promise.all(
    due.map(async ({ id, resumeMode, resumeAt }) => {
      const { count } = await db().connection.updateMany({ where: { id, resumeAt }, data: { resumeAt: heldUntil } });
      return count === 1 ? [{ id, mode: resumeMode }] : [];
    }),
  );
  return claimed.flat();
}

/** The claimed work has its run. Unless that has ended already and said itself when it goes on. */
export async function settleResumption(id: string, heldUntil: Date): Promise<void> {
  await db().connection.updateMany({ where: { id, resumeAt: heldUntil }, data: { resumeAt: null } });
}

/** Has a connection's next run come no later than `at`. One that is paused stays so. */
export async function updateResumption(id: string, at: Date, tx: Tx = db()): Promise<void> {
  await tx.connection.updateMany({
    where: { id, pausedReason: null, scheduleEnabled: true, OR: [{ resumeAt: null }, { resumeAt: { gt: at } }] },
    data: { resumeAt: at },
  });
}
