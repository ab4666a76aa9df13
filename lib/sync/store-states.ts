import type { StatusMapping } from '@/lib/contracts/connection';
import { mapStatus } from '@/lib/contracts/map-status';
import type { Tx } from '@/lib/db/client';
import { listStatesOfTasks, updateStatusOfState, updateTasksOfState } from '@/lib/db/task-state';
import { deleteStatesBut, listWorkflowStates, type StoredState, upsertWorkflowStates } from '@/lib/db/workflow-state';
import type { Look } from '@/lib/linear/look';
import type { RemoteState } from '@/lib/linear/types';

/** Keeps the workspace's workflow states; those that a whole list does not hold are gone. A renamed, retyped or recoloured one changes its tasks here: Linear stamps none of its issues. */
export async function storeStates(
  connectionId: string,
  { states, hasAllStates, teams }: Pick<Look, 'states' | 'hasAllStates' | 'teams'>,
  mapping: StatusMapping,
  tx: Tx,
): Promise<void> {
  if (states.length === 0) return;
  if (hasAllStates) {
    const seen = { externalIds: states.map(({ id }) => id), externalTeamIds: teams.map(({ id }) => id) };
    await deleteStatesBut(connectionId, seen, tx);
  }
  const known = new Map((await listWorkflowStates(connectionId, tx)).map((state) => [state.externalId, state]));
  const rows = states.map(storedState);
  const changed = rows.filter((row) => !isSame(row, known.get(row.externalId)));
  await upsertWorkflowStates(connectionId, changed, tx);
  for (const row of changed) {
    if (!known.has(row.externalId)) continue;
    const state = { id: row.externalId, name: row.name, type: row.type };
    const shown = { ...state, color: row.color, status: mapStatus(state, mapping) };
    await updateTasksOfState(connectionId, shown, tx);
  }
}

/** After the mapping changed: every stored task gets its new status at once, without asking Linear. */
export async function remapTasks(connectionId: string, mapping: StatusMapping, tx: Tx): Promise<void> {
  for (const state of await listStatesOfTasks(connectionId, tx)) {
    await updateStatusOfState(connectionId, state.id, mapStatus(state, mapping), tx);
  }
}

export function storedState({ id, teamId, createdAt, updatedAt, archivedAt, ...state }: RemoteState): StoredState {
  return {
    ...state,
    externalId: id,
    externalTeamId: teamId,
    externalCreatedAt: createdAt,
    externalUpdatedAt: updatedAt,
    externalArchivedAt: archivedAt,
  };
}

function isSame(row: StoredState, known: StoredState | undefined): boolean {
  if (known === undefined) return false;
  return Object.entries(row).every(([name, value]) => known[name as keyof StoredState] === value);
}
