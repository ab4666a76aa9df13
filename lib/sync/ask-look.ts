import type { StoredConnection } from '@/lib/db/connection';
import { listLatestArchived } from '@/lib/db/missing-task';
import { listRetries } from '@/lib/db/sync-retry';
import { listTeamScopes } from '@/lib/db/team-scope';
import { hasUndatedStates } from '@/lib/db/workflow-state';
import { linearError } from '@/lib/linear/linear-errors';
import { type Look, look } from '@/lib/linear/look';
import { type Floors, type LookTimes, nextFloors, readCheckpoint } from './checkpoint';
import type { Reach } from './read-work';
import type { Storing } from './store';

export interface AskedLook {
  answer: Look;
  floors: Floors;
  reach: Reach;
  retryIds: string[];
  times: LookTimes;
}

/** What changed at Linear since the last look, as far as one request tells. */
export async function askLook(
  { connection, client, signal, now }: Pick<Storing, 'connection' | 'client' | 'signal' | 'now'>,
  isFull = false,
): Promise<AskedLook> {
  const checkpoint = readCheckpoint(connection.checkpoint);
  const floors = nextFloors(checkpoint);
  const reach = await reachOf(connection);
  const retryIds = (await listRetries(connection.id, 100)).map(({ externalId }) => externalId);
  const needsAllStates = isFull || connection.lastFullPassAt === null || (await hasUndatedStates(connection.id));
  const askedAt = now();
  const answer = await look(
    client,
    {
      // With nothing seen yet only the newest stamp is wanted: the walks read everything.
      changedFirst: floors.from === null ? 1 : client.pageSize,
      updatedFrom: floors.from,
      archivedFrom: floors.from,
      teamIds: reach.teamIds,
      withOutside: floors.from !== null,
      restoredIds: await listLatestArchived(connection.id, 250),
      retryIds,
      statesFrom: needsAllStates ? null : floors.from,
    },
    signal,
  );
  refuseOtherWorkspace(connection, answer);
  return { answer, floors, reach, retryIds, times: { askedAt, answeredAt: now() } };
}

export async function reachOf(connection: StoredConnection): Promise<Reach> {
  if (connection.allTeams) return { teamIds: null };
  const scopes = await listTeamScopes(connection.id);
  return {
    teamIds: scopes.filter(({ selected, visible }) => selected && visible).map(({ externalTeamId }) => externalTeamId),
  };
}

function refuseOtherWorkspace(connection: StoredConnection, { workspace }: Look): void {
  if (workspace.id !== connection.workspaceId) throw linearError('linear_wrong_workspace', workspace.name);
}
