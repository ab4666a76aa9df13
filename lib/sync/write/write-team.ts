import type { PersonActor } from '@/lib/auth/actor';
import type { WriteTarget } from '@/lib/contracts/linear-write';
import { listConnections, type StoredConnection } from '@/lib/db/connection';
import { listTeamScopesOf, type StoredTeamScope } from '@/lib/db/team-scope';
import { AppError } from '@/lib/errors/app-error';
import { readTeamOptions, type TeamOptions } from '@/lib/linear/team-options';
import { readCollections } from '@/lib/sync/mirror/mirror-view';
import type { Calling } from '@/lib/sync/test-key';
import { openWrites, type WriteAccess, whyNotWrite } from './write-access';
import { inTheirWords } from './write-errors';
import { keepOptions, keptOptions } from './write-options-kept';

/** Every connection with its synced teams, and whether this person can write there. */
export async function listWriteTargets(actor: PersonActor): Promise<WriteTarget[]> {
  const connections = await listConnections();
  const scopes = await listTeamScopesOf(connections.map(({ id }) => id));
  return connections.map((connection) => ({
    connectionId: connection.id,
    workspace: { name: connection.workspaceName, urlKey: connection.workspaceUrlKey },
    reads: {
      descriptions: connection.descriptions,
      comments: readCollections(connection.collections).includes('comments'),
    },
    writesAs: { name: connection.keyOwnerName, email: connection.keyOwnerEmail },
    teams: scopes
      .filter((scope) => scope.connectionId === connection.id && isSynced(scope))
      .map(({ externalTeamId, key, name }) => ({ id: externalTeamId, key, name })),
    ...canWrite(actor, connection),
  }));
}

function canWrite(actor: PersonActor, connection: StoredConnection): Pick<WriteTarget, 'canWrite' | 'reason'> {
  const refusal = whyNotWrite(actor, connection);
  if (refusal === null) return { canWrite: true, reason: null };
  return { canWrite: false, reason: refusal.hint ? `${refusal.message} ${refusal.hint}` : refusal.message };
}

/** What the issues of a team can be set to. Looked up at Linear, and kept for some minutes. */
export async function showTeamOptions(
  actor: PersonActor,
  asked: { team: string; connectionId?: string | undefined; refresh: boolean },
  calling: Calling,
): Promise<TeamOptions> {
  const team = await findTeam(asked);
  const { client, connection, now, signal } = await openWrites(actor, team.connectionId, calling);
  const kept = asked.refresh ? null : keptOptions(connection.id, team.externalTeamId);
  if (kept) return kept;
  const options = await inTheirWords(actor.timeZone, () => readTeamOptions(client, team.externalTeamId, now(), signal));
  keepOptions(connection.id, options);
  return options;
}

/** A synced team by its key or UUID. */
export async function findTeam({
  team,
  connectionId,
}: {
  team: string;
  connectionId?: string | undefined;
}): Promise<StoredTeamScope> {
  const connections = (await listConnections()).filter(({ id }) => connectionId === undefined || id === connectionId);
  const scopes = (await listTeamScopesOf(connections.map(({ id }) => id))).filter(isSynced);
  const wanted = team.toLowerCase();
  const found = scopes.filter(
    ({ key, externalTeamId }) => key.toLowerCase() === wanted || externalTeamId.toLowerCase() === wanted,
  );
  const [only, other] = found;
  if (!only) {
    const keys = scopes.map(({ key }) => key).join(', ');
    throw new AppError('unknown_team', `No synced team is called ${team}.`, {
      hint: keys === '' ? 'No team is synced yet.' : `These are: ${keys}.`,
    });
  }
  if (other) {
    const message = 'Say in which connection: the team is in more than one.';
    throw new AppError('validation_failed', `More than one workspace has a team ${team}.`, {
      errors: [{ path: 'connectionId', message }],
    });
  }
  return only;
}

function isSynced({ selected, visible, projectId }: StoredTeamScope): boolean {
  return selected && visible && projectId !== null;
}

export interface TeamAccess {
  access: WriteAccess;
  team: { id: string; key: string };
}

export async function openTeamWrites(
  actor: PersonActor,
  asked: { team: string; connectionId?: string | undefined },
  calling: Calling,
): Promise<TeamAccess> {
  const { connectionId, externalTeamId, key } = await findTeam(asked);
  return { access: await openWrites(actor, connectionId, calling), team: { id: externalTeamId, key } };
}

/** Linear makes cycles by itself; its schema marks the mutation as not supported. */
export async function refuseNewCycle(): Promise<never> {
  throw new AppError('not_supported_by_linear', 'Creating a cycle is no longer supported by Linear.', {
    hint: "Linear makes them by itself, as the team's settings in Linear say.",
  });
}
