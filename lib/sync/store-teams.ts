import { projectColors } from '@/lib/contracts/values';
import type { Tx } from '@/lib/db/client';
import { upsertTeamProject } from '@/lib/db/synced-project';
import { createTeamScope, listTeamScopes, type StoredTeamScope, updateTeamScope } from '@/lib/db/team-scope';
import type { RemoteTeam, Workspace } from '@/lib/linear/types';
import { walkMirrorsAnew } from '@/lib/sync/mirror/mirror-choice';

/**
 * Brings the team scopes and their projects up to what Linear shows now. A team whose name or key changed is walked anew:
 * its issues' identifiers and team names changed with it, and Linear stamps none of them.
 */
export async function storeTeams(
  connection: { id: string; allTeams: boolean },
  workspace: Workspace,
  teams: RemoteTeam[],
  { now, tx }: { now: Date; tx: Tx },
): Promise<StoredTeamScope[]> {
  const known = new Map((await listTeamScopes(connection.id, tx)).map((scope) => [scope.externalTeamId, scope]));
  const isFirst = known.size === 0;
  let isOther = false;
  for (const team of teams) {
    const scope = known.get(team.id);
    known.delete(team.id);
    if (!scope) await createNew(team, connection, workspace, tx);
    else await updateKnown(scope, team, connection, workspace, tx);
    isOther ||= !scope || isRenamed(scope, team) || !scope.visible;
  }
  // What is mirrored names its team and its issues, and what is of a team that came is older than the last look.
  if (isOther && !isFirst) await walkMirrorsAnew(connection.id, now, tx);
  for (const scope of known.values()) {
    if (scope.visible) await updateTeamScope(scope.id, { visible: false }, tx);
  }
  return listTeamScopes(connection.id, tx);
}

async function createNew(
  team: RemoteTeam,
  connection: { id: string; allTeams: boolean },
  workspace: Workspace,
  tx: Tx,
): Promise<void> {
  const projectId = connection.allTeams ? await storeProject(team, connection.id, workspace, tx) : null;
  await createTeamScope(
    { connectionId: connection.id, externalTeamId: team.id, ...shown(team), selected: connection.allTeams, projectId },
    tx,
  );
}

async function updateKnown(
  scope: StoredTeamScope,
  team: RemoteTeam,
  connection: { id: string },
  workspace: Workspace,
  tx: Tx,
): Promise<void> {
  const isOther = isRenamed(scope, team);
  const isBack = !scope.visible;
  const needsProject = scope.selected && scope.projectId === null;
  const fields = shown(team);
  const isSame = Object.entries(fields).every(([name, value]) => scope[name as keyof typeof fields] === value);
  if (isSame && !isBack && !needsProject) return;
  const projectId =
    scope.selected && (isOther || needsProject)
      ? await storeProject(team, connection.id, workspace, tx)
      : scope.projectId;
  const restart =
    scope.selected && (isOther || isBack) ? { walkState: 'pending', walkPosition: null, walkSeen: 0 } : {};
  await updateTeamScope(scope.id, { ...fields, visible: true, projectId, ...restart }, tx);
}

function isRenamed(scope: StoredTeamScope, { key, name }: RemoteTeam): boolean {
  return scope.key !== key || scope.name !== name;
}

function shown({ id, createdAt, updatedAt, archivedAt, ...own }: RemoteTeam) {
  return { ...own, externalCreatedAt: createdAt, externalUpdatedAt: updatedAt, externalArchivedAt: archivedAt };
}

function storeProject(team: RemoteTeam, connectionId: string, workspace: Workspace, tx: Tx): Promise<string> {
  const url = `https://linear.app/${workspace.urlKey}/team/${team.key}`;
  return upsertTeamProject(
    {
      externalId: team.id,
      connectionId,
      name: team.name,
      key: team.key,
      url,
      color: isColor(team.color) ? team.color : pickColor(team.id),
      integration: { source: 'linear', ref: team.id, key: team.key, url },
    },
    tx,
  );
}

/** The same for the same team, and different for most others. */
function pickColor(teamId: string): string {
  const sum = [...teamId].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) >>> 0, 7);
  return projectColors[sum % projectColors.length] ?? projectColors[0];
}

function isColor(color: string | null): color is string {
  return color !== null && /^#[0-9a-f]{6}$/i.test(color);
}
