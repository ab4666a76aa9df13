import { newId } from '@/lib/kit/new-id';
import { db, type Tx } from './client';
import type { Prisma } from './generated/client';

export type StoredTeamScope = Prisma.TeamScopeGetPayload<object>;

export function listTeamScopes(connectionId: string, tx: Tx = db()): Promise<StoredTeamScope[]> {
  return tx.teamScope.findMany({ where: { connectionId }, orderBy: { key: 'asc' } });
}

export function listTeamScopesOf(connectionIds: string[]): Promise<StoredTeamScope[]> {
  return db().teamScope.findMany({ where: { connectionId: { in: connectionIds } }, orderBy: { key: 'asc' } });
}

export async function createTeamScope(
  scope: Omit<Prisma.TeamScopeUncheckedCreateInput, 'id'>,
  tx: Tx,
): Promise<StoredTeamScope> {
  return tx.teamScope.create({ data: { ...scope, id: newId() } });
}

export async function updateTeamScope(id: string, change: Prisma.TeamScopeUncheckedUpdateInput, tx: Tx): Promise<void> {
  await tx.teamScope.update({ where: { id }, data: change });
}

/** Every synced team is walked anew from its newest issue. */
export async function restartWalks(connectionId: string, tx: Tx): Promise<void> {
  await tx.teamScope.updateMany({
    where: { connectionId, selected: true, visible: true },
    data: { walkState: 'pending', walkPosition: null, walkSeen: 0 },
  });
}

/** Teams that were chosen since, and that nobody has begun to read. */
export function countUnreadTeams(connectionId: string, since: Date, tx: Tx): Promise<number> {
  const where = { connectionId, selected: true, visible: true, walkState: 'pending', updatedAt: { gte: since } };
  return tx.teamScope.count({ where });
}

export async function countTasksByTeam(connectionIds: string[]): Promise<Map<string, number>> {
  const groups = await db().task.groupBy({
    by: ['connectionId', 'externalTeamId'],
    where: { connectionId: { in: connectionIds } },
    _count: { _all: true },
  });
  return new Map(
    groups.map(({ connectionId, externalTeamId, _count }) => [`${connectionId}/${externalTeamId}`, _count._all]),
  );
}
