import type { StatusMapping } from '@/lib/contracts/connection';
import { mapStatus } from '@/lib/contracts/map-status';
import type { Tx } from '@/lib/db/client';
import { listStatesOfTasks, updateStatusOfState, updateTasksOfState } from '@/lib/db/task-state';
import { listWorkflowStates, type StoredState, upsertWorkflowStates } from '@/lib/db/workflow-state';
import type { RemoteState } from '@/lib/linear/types';

/** Keeps the workspace's workflow states. A renamed, retyped or recoloured one changes its tasks here: Linear stamps none of its issues. */
export async function storeStates(
  connectionId: string,
  states: RemoteState[],
  mapping: StatusMapping,
  tx: Tx,
): Promise<void> {
  if (states.length === 0) return;
  const known = new Map((await listWorkflowStates(connectionId, tx)).map((state) => [state.externalId, state]));
  const rows = states.map(({ id, teamId, ...state }) => ({ externalId: id, externalTeamId: teamId, ...state }));
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

function isSame(row: StoredState, known: StoredState | undefined): boolean {
  return (
    known !== undefined &&
    row.name === known.name &&
    row.type === known.type &&
    row.color === known.color &&
    row.position === known.position
  );
}
