import type { TaskStatus } from '@/lib/contracts/task';
import type { Tx } from './client';

export interface LinearState {
  id: string;
  name: string;
  type: string;
}

/** All tasks in one workflow state at once, also in the state that `custom_fields` shows. */
export async function updateTasksOfState(
  connectionId: string,
  state: LinearState & { color: string; status: TaskStatus },
  tx: Tx,
): Promise<void> {
  const { id, name, type, color, status } = state;
  // Tasks stored at different times may show different old names.
  const shown = await tx.$queryRaw<{ name: string; type: string }[]>`
    SELECT DISTINCT state_name AS name, state_type AS type FROM task WHERE connection_id = ${connectionId} AND state_id = ${id}`;
  for (const before of shown) {
    // Our own serialisation, so the text of the old state is found as it is.
    await tx.$executeRaw`
      UPDATE task SET
        state_name = ${name}, state_type = ${type}, state_color = ${color}, content_hash = NULL,
        custom_fields = REPLACE(custom_fields, ${stateText({ id, ...before })}, ${stateText({ id, name, type })})
      WHERE connection_id = ${connectionId} AND state_id = ${id} AND state_name = ${before.name} AND state_type = ${before.type}`;
  }
  await updateStatusOfState(connectionId, id, status, tx);
}

function stateText({ id, name, type }: LinearState): string {
  return `"state":${JSON.stringify({ id, name, type })}`;
}

export async function updateStatusOfState(
  connectionId: string,
  stateId: string,
  status: TaskStatus,
  tx: Tx,
): Promise<void> {
  await tx.task.updateMany({ where: { connectionId, stateId, status: { not: status } }, data: { status } });
}

/** States that stored tasks are in, also those that Linear no longer lists. */
export async function listStatesOfTasks(connectionId: string, tx: Tx): Promise<LinearState[]> {
  return tx.$queryRaw<LinearState[]>`
    SELECT state_id AS id, MAX(state_name) AS name, MAX(state_type) AS type FROM task
    WHERE connection_id = ${connectionId} AND state_id IS NOT NULL GROUP BY state_id`;
}
