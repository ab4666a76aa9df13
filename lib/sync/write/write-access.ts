import type { PersonActor } from '@/lib/auth/actor';
import type { StoredConnection } from '@/lib/db/connection';
import { getWritableTask, type WritableTask } from '@/lib/db/linear-write';
import { AppError } from '@/lib/errors/app-error';
import type { LinearClient } from '@/lib/linear/client';
import type { LinearWriter } from '@/lib/linear/write-client';
import { mustGetConnection } from '@/lib/sync/connections';
import { openForPerson } from '@/lib/sync/open-client';
import type { Calling } from '@/lib/sync/test-key';

/** That a person may write to a connection has been checked. Only `openWrites` makes one. */
export interface WriteAccess {
  actor: PersonActor;
  connection: StoredConnection;
  client: LinearClient;
  writer: LinearWriter;
  now: () => Date;
  /** Ends questions when the person leaves. What is sent is not ended by it. */
  signal: AbortSignal;
}

export async function openWrites(actor: PersonActor, connectionId: string, calling: Calling): Promise<WriteAccess> {
  const connection = await mustGetConnection(connectionId);
  const refusal = whyNotWrite(actor, connection);
  if (refusal) throw refusal;
  const { access, signal } = calling;
  return { actor, connection, ...openForPerson(connection, access), now: access.now, signal };
}

/** Why this person cannot write there; null: they can. */
export function whyNotWrite(actor: PersonActor, connection: StoredConnection): AppError | null {
  const { writeBack, pausedReason, keyCanWrite } = connection;
  if (writeBack !== 'admins' && writeBack !== 'everyone')
    return new AppError('write_back_off', 'Writing to Linear is off for this workspace.', {
      hint: 'An admin can turn it on in the connection.',
    });
  if (writeBack === 'admins' && actor.role !== 'admin')
    return new AppError('forbidden', 'Only admins may write to Linear from here.', {
      hint: 'An admin can allow it to everyone in the connection.',
    });
  if (pausedReason !== null)
    return new AppError('linear_auth_failed', 'Linear does not accept the API key of this connection.', {
      hint: 'An admin can replace it in the connection.',
    });
  return keyCanWrite === false ? readOnlyKey() : null;
}

export function readOnlyKey(cause?: unknown): AppError {
  return new AppError('linear_scope_missing', 'The API key of this connection may not write.', {
    hint: "Give it the Write permission in Linear and check again on the connection's page, or put in a key that has it.",
    cause,
  });
}

/** A task that is an issue of a connection. */
export type IssueTask = WritableTask & { externalId: string; connectionId: string };

export async function openTaskWrites(
  actor: PersonActor,
  taskId: string,
  calling: Calling,
): Promise<{ access: WriteAccess; task: IssueTask }> {
  const task = await mustGetWritableTask(taskId);
  if (!isIssueTask(task))
    throw new AppError('not_an_issue', 'This task is not an issue of a connected Linear workspace.', {
      hint: task.source === 'manual' ? 'Send it to Linear first.' : 'Connect its workspace again.',
    });
  return { access: await openWrites(actor, task.connectionId, calling), task };
}

export async function mustGetWritableTask(taskId: string): Promise<WritableTask> {
  const task = await getWritableTask(taskId);
  if (task === null) throw new AppError('not_found', 'There is no such task.');
  return task;
}

function isIssueTask(task: WritableTask): task is IssueTask {
  return task.source === 'linear' && task.externalId !== null && task.connectionId !== null;
}
