import { db, type Tx } from './client';
import { Prisma } from './generated/client';

export interface StoredState {
  externalId: string;
  externalTeamId: string;
  name: string;
  type: string;
  color: string;
  position: number;
  description: string | null;
  externalCreatedAt: string | null;
  externalUpdatedAt: string | null;
  externalArchivedAt: string | null;
}

export const stateColumns = {
  externalId: true,
  externalTeamId: true,
  name: true,
  type: true,
  color: true,
  position: true,
  description: true,
  externalCreatedAt: true,
  externalUpdatedAt: true,
  externalArchivedAt: true,
} as const;

export function listWorkflowStates(connectionId: string, tx: Tx = db()): Promise<StoredState[]> {
  return tx.workflowState.findMany({ where: { connectionId }, select: stateColumns });
}

export async function upsertWorkflowStates(connectionId: string, states: StoredState[], tx: Tx): Promise<void> {
  if (states.length === 0) return;
  const rows = states.map(
    (s) =>
      Prisma.sql`(
        ${connectionId}, ${s.externalId}, ${s.externalTeamId}, ${s.name}, ${s.type}, ${s.color}, ${s.position},
        ${s.description}, ${s.externalCreatedAt}, ${s.externalUpdatedAt}, ${s.externalArchivedAt})`,
  );
  await tx.$executeRaw`
    INSERT INTO workflow_state (
      connection_id, external_id, external_team_id, name, type, color, position,
      description, external_created_at, external_updated_at, external_archived_at
    ) VALUES ${Prisma.join(rows)}
    ON CONFLICT (connection_id, external_id) DO UPDATE SET
      external_team_id = excluded.external_team_id, name = excluded.name, type = excluded.type, color = excluded.color, position = excluded.position,
      description = excluded.description, external_created_at = excluded.external_created_at,
      external_updated_at = excluded.external_updated_at, external_archived_at = excluded.external_archived_at`;
}

/** Whether some are stored as they were before their stamps were: then all are read once more. */
export async function hasUndatedStates(connectionId: string): Promise<boolean> {
  return (await db().workflowState.count({ where: { connectionId, externalUpdatedAt: null } })) > 0;
}

/** Of the teams that are seen: what was not in Linear's whole list is gone. */
export async function deleteStatesBut(
  connectionId: string,
  { externalIds, externalTeamIds }: { externalIds: string[]; externalTeamIds: string[] },
  tx: Tx,
): Promise<void> {
  await tx.workflowState.deleteMany({
    where: { connectionId, externalTeamId: { in: externalTeamIds }, externalId: { notIn: externalIds } },
  });
}

export async function createLabels(
  connectionId: string,
  labels: { name: string; color: string }[],
  tx: Tx,
): Promise<void> {
  if (labels.length === 0) return;
  const rows = labels.map(({ name, color }) => Prisma.sql`(${connectionId}, ${name}, ${color})`);
  await tx.$executeRaw`INSERT INTO label (connection_id, name, color) VALUES ${Prisma.join(rows)} ON CONFLICT (connection_id, name) DO UPDATE SET color = excluded.color WHERE label.color <> excluded.color`;
}
