import type { AdminActor } from '@/lib/auth/actor';
import type { Connection, ConnectionChange, ConnectionInput, StatusMapping } from '@/lib/contracts/connection';
import { statusMapping } from '@/lib/contracts/connection';
import { inTransaction, type Tx } from '@/lib/db/client';
import {
  type ConnectionUpdate,
  createConnection as createStored,
  getConnectionOfWorkspace,
  type StoredConnection,
  updateConnection,
} from '@/lib/db/connection';
import { createTeamScope, listTeamScopes, updateTeamScope } from '@/lib/db/team-scope';
import { upsertWorkflowStates } from '@/lib/db/workflow-state';
import { AppError } from '@/lib/errors/app-error';
import { newId } from '@/lib/kit/new-id';
import { linearError } from '@/lib/linear/linear-errors';
import { normalizeKey } from '@/lib/linear/normalize-key';
import type { Probe } from '@/lib/linear/probe';
import { open, seal } from '@/lib/secrets/sealed';
import { chooseMirrored, leaveTeams, walkMirrorsAnew } from '@/lib/sync/mirror/mirror-choice';
import { switchTime } from '@/lib/sync/time-on-issues/time-on-issues-switch';
import { askScopes } from '@/lib/sync/write/write-scopes';
import { mustGetConnection, showConnection } from './connections';
import { matchTeams, refuseUnknownTeams } from './match-teams';
import { refuseOddCron } from './preview-schedule';
import { remapTasks, storedState } from './store-states';
import { storeTeams } from './store-teams';
import { type Calling, probeKey } from './test-key';

const defaultMapping: StatusMapping = { preset: 'todo_done', states: {} };
const defaultCron = '*/15 * * * *';

/** Connects a workspace. Nothing is saved unless Linear accepts the key and knows the teams. */
export async function createConnection(
  actor: AdminActor,
  input: ConnectionInput,
  calling: Calling,
): Promise<Connection> {
  if (input.schedule) refuseOddCron(input.schedule.cron, 'schedule.cron');
  const probed = await probeKey(input.apiKey, calling);
  const matched = matchTeams(
    input.teamKeys,
    probed.teams.map(({ key }) => key),
  );
  refuseUnknownTeams(matched);
  const known = await getConnectionOfWorkspace(probed.workspace.id);
  if (known) throw alreadyConnected(known.name);
  const id = newId();
  await inTransaction(async (tx) => {
    const created = await createStored(
      {
        id,
        name: input.name ?? probed.workspace.name,
        workspaceId: probed.workspace.id,
        workspaceName: probed.workspace.name,
        workspaceUrlKey: probed.workspace.urlKey,
        ...keyFields(id, input.apiKey, probed),
        allTeams: matched.keys.length === 0,
        scheduleEnabled: input.schedule?.enabled ?? true,
        scheduleCron: input.schedule?.cron ?? defaultCron,
        scheduleTimeZone: input.schedule?.timeZone ?? zoneOf(actor),
        statusMapping: JSON.stringify(input.statusMapping ?? defaultMapping),
        maxPagesPerRun: input.maxPagesPerRun ?? 40,
        // The first tick is the next one, not the one that was due before there was a schedule.
        lastTickAt: calling.access.now(),
      },
      tx,
    );
    if (!created) throw alreadyConnected(probed.workspace.name);
    await createScopes(id, probed, matched.keys, { now: calling.access.now(), tx });
  });
  return showConnection(actor, id, calling.access.now());
}

async function createScopes(
  connectionId: string,
  probed: Probe,
  keys: string[],
  { now, tx }: { now: Date; tx: Tx },
): Promise<void> {
  for (const { id, key, name, color, issueCount } of probed.teams) {
    const selected = keys.length === 0 || keys.includes(key);
    await createTeamScope({ connectionId, externalTeamId: id, key, name, color, issueCount, selected }, tx);
  }
  await storeTeams({ id: connectionId, allTeams: keys.length === 0 }, probed.workspace, probed.teams, { now, tx });
  await upsertWorkflowStates(connectionId, probed.states.map(storedState), tx);
}

/** Changes what is given. A new key must be of the same workspace; a new mapping re-maps the stored tasks at once. */
export async function changeConnection(
  actor: AdminActor,
  id: string,
  change: ConnectionChange,
  calling: Calling,
): Promise<Connection> {
  const connection = await mustGetConnection(id);
  if (change.schedule) refuseOddCron(change.schedule.cron, 'schedule.cron');
  const probed = await probeIfNeeded(connection, change, calling);
  const scopes = await askScopes(connection, change, calling);
  await inTransaction(async (tx) => {
    // Deleted by another admin while Linear was asked.
    await mustGetConnection(id, tx);
    const now = calling.access.now();
    if (probed) await storeTeams(connection, probed.workspace, probed.teams, { now, tx });
    const selection =
      change.teamKeys === undefined ? {} : await selectTeams(connection, change.teamKeys, { probed, now }, tx);
    const mirrored = await chooseMirrored(connection, change, now, tx);
    const time = await switchTime(connection, change, scopes, tx);
    await updateConnection(
      id,
      {
        ...plainChanges(change),
        ...newSchedule(connection, change, now),
        ...selection,
        ...mirrored,
        ...newKey(connection, change.apiKey, probed),
        ...scopes,
        ...time,
      },
      tx,
    );
    if (change.statusMapping) await remapTasks(id, change.statusMapping, tx);
  });
  return showConnection(actor, id, calling.access.now());
}

/** Linear is asked for a new key, and for team keys, which may name teams that are newer than the last sync. */
async function probeIfNeeded(
  connection: StoredConnection,
  change: ConnectionChange,
  calling: Calling,
): Promise<Probe | null> {
  if (change.apiKey === undefined && (change.teamKeys === undefined || change.teamKeys.length === 0)) return null;
  const probed = await probeKey(change.apiKey ?? open(connection.keySealed, connection.id), calling);
  if (probed.workspace.id !== connection.workspaceId)
    throw linearError('linear_wrong_workspace', probed.workspace.name);
  return probed;
}

async function selectTeams(
  connection: StoredConnection,
  teamKeys: string[],
  { probed, now }: { probed: Probe | null; now: Date },
  tx: Tx,
): Promise<ConnectionUpdate> {
  const scopes = await listTeamScopes(connection.id, tx);
  const visible = probed
    ? probed.teams.map(({ key }) => key)
    : scopes.filter((scope) => scope.visible).map(({ key }) => key);
  const matched = matchTeams(teamKeys, visible);
  refuseUnknownTeams(matched);
  const allTeams = matched.keys.length === 0;
  const moved = scopes.filter(({ selected, key }) => selected !== (allTeams || matched.keys.includes(key)));
  for (const scope of moved) {
    const selected = !scope.selected;
    // What changed in the team while it was not synced is not known: it is walked anew.
    const restart = selected ? { walkState: 'pending', walkPosition: null, walkSeen: 0 } : {};
    await updateTeamScope(scope.id, { selected, ...restart }, tx);
  }
  const left = moved.flatMap(({ selected, externalTeamId }) => (selected ? [externalTeamId] : []));
  if (left.length > 0) await leaveTeams(connection.id, left, now, tx);
  else if (moved.length > 0) await walkMirrorsAnew(connection.id, now, tx);
  return { allTeams };
}

/** A schedule without a time zone keeps the one it has: whoever only pauses it must not move its hours. */
function plainChanges({ name, statusMapping: mapping, maxPagesPerRun, writeBack }: ConnectionChange): ConnectionUpdate {
  return {
    ...(name === undefined ? {} : { name }),
    ...(maxPagesPerRun === undefined ? {} : { maxPagesPerRun }),
    ...(writeBack === undefined ? {} : { writeBack }),
    ...(mapping === undefined ? {} : { statusMapping: JSON.stringify(statusMapping.parse(mapping)) }),
  };
}

/** A schedule that really changed begins with its next tick; one that is saved as it was must not skip a tick that is due. */
function newSchedule(connection: StoredConnection, { schedule }: ConnectionChange, now: Date): ConnectionUpdate {
  if (!schedule) return {};
  const { scheduleEnabled, scheduleCron, scheduleTimeZone } = connection;
  const timeZone = schedule.timeZone ?? scheduleTimeZone;
  const isSame =
    schedule.enabled === scheduleEnabled && schedule.cron === scheduleCron && timeZone === scheduleTimeZone;
  if (isSame) return {};
  return {
    scheduleEnabled: schedule.enabled,
    scheduleCron: schedule.cron,
    scheduleTimeZone: timeZone,
    lastTickAt: now,
  };
}

function newKey(connection: StoredConnection, apiKey: string | undefined, probed: Probe | null): ConnectionUpdate {
  if (apiKey === undefined || !probed) return {};
  return { ...keyFields(connection.id, apiKey, probed), authFailures: 0, pausedReason: null };
}

function keyFields(connectionId: string, pasted: string, { viewer }: Probe) {
  const apiKey = normalizeKey(pasted);
  return {
    keySealed: seal(apiKey, connectionId),
    keyHint: `…${apiKey.slice(-4)}`,
    keyOwnerName: viewer.name,
    keyOwnerEmail: viewer.email.toLowerCase(),
  };
}

function zoneOf(actor: AdminActor): string {
  return actor.kind === 'person' ? actor.timeZone : 'UTC';
}

function alreadyConnected(name: string): AppError {
  return new AppError('workspace_already_connected', `This workspace is connected already, as ${name}.`, {
    hint: 'Open that connection to change its teams or its key.',
  });
}
