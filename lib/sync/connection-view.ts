import {
  type Connection,
  type ConnectionTeam,
  type LinearError,
  quota,
  statusMapping,
} from '@/lib/contracts/connection';
import type { MirrorView } from '@/lib/contracts/linear-collection';
import { writeBack } from '@/lib/contracts/linear-write';
import type { StoredConnection } from '@/lib/db/connection';
import { countRetriesByConnection } from '@/lib/db/sync-retry';
import { listActiveRuns, listLastRuns, type StoredRun } from '@/lib/db/sync-run';
import { countTasksByTeam, listTeamScopesOf, type StoredTeamScope } from '@/lib/db/team-scope';
import { readCollections, viewMirrors } from '@/lib/sync/mirror/mirror-view';
import { nextRuns } from '@/lib/time/cron';
import { readCheckpoint } from './checkpoint';
import { runView } from './run-view';
import { largeRemoval } from './settle-missing';

/** Connections as the API shows them, with the same few queries however many there are. */
export async function viewConnections(connections: StoredConnection[], now: Date): Promise<Connection[]> {
  const ids = connections.map(({ id }) => id);
  const [scopes, tasksByTeam, active, last, retries, mirrors] = await Promise.all([
    listTeamScopesOf(ids),
    countTasksByTeam(ids),
    listActiveRuns(ids),
    listLastRuns(ids),
    countRetriesByConnection(ids),
    viewMirrors(connections),
  ]);
  return connections.map((connection) => {
    const own = <T extends { connectionId: string }>(list: T[]) =>
      list.filter(({ connectionId }) => connectionId === connection.id);
    const [lastRun = null] = own(last);
    const [activeRun = null] = own(active);
    const around: Around = {
      teams: own(scopes),
      tasksByTeam,
      lastRun,
      activeRun,
      retries: retries.get(connection.id) ?? 0,
      mirrors: mirrors.get(connection.id) ?? [],
    };
    return view(connection, around, now);
  });
}

interface Around {
  teams: StoredTeamScope[];
  tasksByTeam: Map<string, number>;
  lastRun: StoredRun | null;
  activeRun: StoredRun | null;
  retries: number;
  mirrors: MirrorView[];
}

function view(connection: StoredConnection, around: Around, now: Date): Connection {
  const { teams, lastRun, activeRun } = around;
  const health = healthOf(connection, around);
  return {
    id: connection.id,
    name: connection.name,
    workspace: { id: connection.workspaceId, name: connection.workspaceName, urlKey: connection.workspaceUrlKey },
    keyHint: connection.keyHint,
    keyOwner: { name: connection.keyOwnerName, email: connection.keyOwnerEmail },
    teamKeys: connection.allTeams ? [] : teams.filter(({ selected }) => selected).map(({ key }) => key),
    teams: teams.map((scope) => teamView(scope, around.tasksByTeam)),
    schedule: {
      enabled: connection.scheduleEnabled,
      cron: connection.scheduleCron,
      timeZone: connection.scheduleTimeZone,
      nextRunAt: nextRunAt(connection, now),
    },
    statusMapping: statusMapping.parse(JSON.parse(connection.statusMapping)),
    maxPagesPerRun: connection.maxPagesPerRun,
    ...health,
    quota: connection.quota === null ? null : quota.parse(JSON.parse(connection.quota)),
    collections: readCollections(connection.collections),
    descriptions: connection.descriptions,
    mirrors: around.mirrors,
    writeBack: writeBack.parse(connection.writeBack),
    keyCan: { write: connection.keyCanWrite, admin: connection.keyIsAdmin },
    timeOnIssues: connection.timeOnIssues,
    commentOnStop: connection.commentOnStop,
    lastRun: lastRun && runView(lastRun, connection.resumeAt),
    activeRun: activeRun && runView(activeRun),
    lastFullPassAt: connection.lastFullPassAt?.toISOString() ?? null,
    createdAt: connection.createdAt.toISOString(),
    updatedAt: connection.updatedAt.toISOString(),
  };
}

function teamView(scope: StoredTeamScope, tasksByTeam: Map<string, number>): ConnectionTeam {
  const taskCount = tasksByTeam.get(`${scope.connectionId}/${scope.externalTeamId}`) ?? 0;
  const isDone = scope.importedAt !== null;
  const walked = scope.walkState === 'running' || scope.walkSeen > 0 ? 'running' : 'pending';
  return {
    id: scope.externalTeamId,
    key: scope.key,
    name: scope.name,
    selected: scope.selected,
    visible: scope.visible,
    projectId: scope.projectId,
    taskCount,
    backfill: {
      state: isDone ? 'done' : walked,
      imported: isDone ? taskCount : scope.walkSeen,
      total: Math.max(scope.issueCount, isDone ? taskCount : scope.walkSeen),
    },
  };
}

/** The next tick of the schedule, or sooner when unfinished work goes on by itself. */
function nextRunAt(
  { scheduleEnabled, pausedReason, scheduleCron, scheduleTimeZone, resumeAt }: StoredConnection,
  now: Date,
): string | null {
  if (pausedReason !== null) return null;
  const ticks = scheduleEnabled ? nextRuns(scheduleCron, scheduleTimeZone, now, 1) : [];
  const [next] = [...ticks, ...(resumeAt ? [resumeAt] : [])].sort((a, b) => a.getTime() - b.getTime());
  return next?.toISOString() ?? null;
}

function healthOf(
  connection: StoredConnection,
  { teams, lastRun, retries }: Around,
): Pick<Connection, 'health' | 'healthReason'> {
  const error = lastRun?.errorCode
    ? { code: lastRun.errorCode, message: lastRun.errorMessage ?? '', hint: lastRun.errorHint ?? '' }
    : null;
  if (connection.pausedReason !== null) {
    const message = 'Syncing is paused: Linear refused the API key three times in a row.';
    return {
      health: 'paused',
      healthReason: { code: 'linear_auth_failed', message, hint: 'Replace the key, and syncing goes on.' },
    };
  }
  if (lastRun?.status === 'failed' && error) return { health: 'attention', healthReason: error };
  const reason = removalReason(connection) ?? hiddenTeamReason(teams) ?? retryReason(retries);
  if (reason) return { health: 'attention', healthReason: reason };
  if (!connection.scheduleEnabled)
    return {
      health: 'paused',
      healthReason: {
        code: 'schedule_off',
        message: 'The schedule is off.',
        hint: 'Sync by hand, or turn the schedule on.',
      },
    };
  return { health: 'ok', healthReason: null };
}

function removalReason({ checkpoint }: StoredConnection): LinearError | null {
  const { removal } = readCheckpoint(checkpoint);
  if (removal?.state !== 'blocked') return null;
  const { code, message, hint = '' } = largeRemoval(removal.candidates, removal.live);
  return { code, message, hint };
}

function hiddenTeamReason(teams: StoredTeamScope[]): LinearError | null {
  const hidden = teams.filter(({ selected, visible }) => selected && !visible).map(({ key }) => key);
  if (hidden.length === 0) return null;
  return {
    code: 'team_not_visible',
    message: `The key no longer sees ${hidden.join(', ')}.`,
    hint: 'Give it access in Linear, or take the team out of this connection. Its tasks stay as they are.',
  };
}

function retryReason(retries: number): LinearError | null {
  if (retries === 0) return null;
  const what = retries === 1 ? 'One issue' : `${retries} issues`;
  return {
    code: 'issues_failed',
    message: `${what} could not be imported.`,
    hint: 'Every sync tries again. The run ledger names them.',
  };
}
