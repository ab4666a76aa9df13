import type { AdminActor } from '@/lib/auth/actor';
import type { Connection, DeletePreview, WorkflowState } from '@/lib/contracts/connection';
import { inTransaction, type Tx } from '@/lib/db/client';
import {
  deleteConnection,
  getConnection,
  listConnections as listStored,
  type StoredConnection,
} from '@/lib/db/connection';
import { countTasksOfConnection, deleteTasksWithoutTime } from '@/lib/db/connection-tasks';
import { getActiveRun, updateCancelRequested } from '@/lib/db/sync-run';
import { listTeamScopes } from '@/lib/db/team-scope';
import { listWorkflowStates } from '@/lib/db/workflow-state';
import { AppError } from '@/lib/errors/app-error';
import { must } from '@/lib/kit/must';
import { deleteWebhooksAtLinear } from '@/lib/sync/push/push-removal';
import { viewConnections } from './connection-view';
import type { LinearAccess } from './open-client';

export async function listConnections(_actor: AdminActor, now: Date): Promise<Connection[]> {
  return viewConnections(await listStored(), now);
}

export async function showConnection(_actor: AdminActor, id: string, now: Date): Promise<Connection> {
  const [shown] = await viewConnections([await mustGetConnection(id)], now);
  return must(shown, 'the view of a connection');
}

export async function mustGetConnection(id: string, tx?: Tx): Promise<StoredConnection> {
  const connection = await getConnection(id, tx);
  if (!connection)
    throw new AppError('not_found', 'This connection does not exist.', {
      hint: 'It may have been deleted. Look at the list of connections.',
    });
  return connection;
}

export async function listStates(_actor: AdminActor, id: string): Promise<WorkflowState[]> {
  await mustGetConnection(id);
  const [states, scopes] = await Promise.all([listWorkflowStates(id), listTeamScopes(id)]);
  const keys = new Map(scopes.map(({ externalTeamId, key }) => [externalTeamId, key]));
  const shown = states.filter(({ externalArchivedAt }) => externalArchivedAt === null);
  return shown.map(({ externalId, externalTeamId, name, type, color, position }) => ({
    id: externalId,
    teamId: externalTeamId,
    teamKey: keys.get(externalTeamId) ?? '',
    ...{ name, type, color, position },
  }));
}

/** What deleting would do, to be asked before. */
export async function previewDelete(_actor: AdminActor, id: string): Promise<DeletePreview> {
  await mustGetConnection(id);
  return countTasksOfConnection(id);
}

/**
 * Deletes a connection with its key, schedule and run ledger. Its tasks stay, or go; those that carry time stay in any
 * case. A run under way loses its lease with its row and stops.
 */
export async function removeConnection(
  _actor: AdminActor,
  id: string,
  tasks: 'keep' | 'remove',
  now: Date,
  access?: LinearAccess,
): Promise<void> {
  const connection = await mustGetConnection(id);
  if (access) await deleteWebhooksAtLinear(connection, access);
  const active = await getActiveRun(id);
  if (active) await updateCancelRequested(active.id, now);
  await inTransaction(async (tx) => {
    await mustGetConnection(id, tx);
    if (tasks === 'remove') await deleteTasksWithoutTime(id, tx);
    await deleteConnection(id, tx);
  });
}
