import { db, type Tx } from './client';
import type { Prisma } from './generated/client';
import { stateColumns } from './workflow-state';

/** The published object of each id, as it is stored. */
export async function listObjectData(
  { connectionId, collection, ids }: { connectionId: string; collection: string; ids: string[] },
  tx: Tx = db(),
): Promise<Map<string, string>> {
  const rows = await tx.linearObject.findMany({
    where: { connectionId, collection, externalId: { in: ids } },
    select: { externalId: true, data: true },
  });
  return new Map(rows.map(({ externalId, data }) => [externalId, data]));
}

const issueColumns = {
  id: true,
  externalId: true,
  identifier: true,
  title: true,
  priority: true,
  estimate: true,
  dueDate: true,
  stateId: true,
  stateName: true,
  stateType: true,
  assigneeId: true,
  assigneeName: true,
  labels: true,
  url: true,
  sourceState: true,
  customFields: true,
  externalCreatedAt: true,
  externalUpdatedAt: true,
  externalArchivedAt: true,
  externalCompletedAt: true,
  text: { select: { markdown: true } },
} as const;

export type IssueRow = Prisma.TaskGetPayload<{ select: typeof issueColumns }>;

export function listIssueRows(externalIds: string[], tx: Tx = db()): Promise<IssueRow[]> {
  return tx.task.findMany({ where: { source: 'linear', externalId: { in: externalIds } }, select: issueColumns });
}

const teamColumns = {
  externalTeamId: true,
  key: true,
  name: true,
  description: true,
  color: true,
  icon: true,
  private: true,
  externalCreatedAt: true,
  externalUpdatedAt: true,
  externalArchivedAt: true,
} as const;

export type TeamRow = Prisma.TeamScopeGetPayload<{ select: typeof teamColumns }>;

export function listTeamRows(connectionId: string, externalTeamIds: string[], tx: Tx = db()): Promise<TeamRow[]> {
  return tx.teamScope.findMany({
    where: { connectionId, externalTeamId: { in: externalTeamIds } },
    select: teamColumns,
  });
}

export type StateRow = Prisma.WorkflowStateGetPayload<{ select: typeof stateColumns }>;

export function listStateRows(connectionId: string, ids: string[], tx: Tx = db()): Promise<StateRow[]> {
  return tx.workflowState.findMany({ where: { connectionId, externalId: { in: ids } }, select: stateColumns });
}
