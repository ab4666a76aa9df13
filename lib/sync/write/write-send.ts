import { inTransaction, type Tx } from '@/lib/db/client';
import { getConnection, noteKeyScope } from '@/lib/db/connection';
import {
  createWrite,
  getTaskIdOfIssue,
  getWrite,
  hasLiveCreate,
  restartWrite,
  type Settled,
  type StoredWrite,
  settleWrite,
} from '@/lib/db/linear-write';
import { AppError } from '@/lib/errors/app-error';
import { seconds } from '@/lib/kit/sleep';
import { type LinearMutation, mutationText, readPayload, type Written } from '@/lib/linear/mutations';
import { type Before, type LookedUp, lookUpMutation } from '@/lib/linear/mutations-look-up';
import { isScopeTrouble, type MutationAnswer } from '@/lib/linear/write-client';
import { log } from '@/lib/log/log';
import { mustGetConnection } from '@/lib/sync/connections';
import { storing } from '@/lib/sync/store';
import type { WriteAccess } from './write-access';
import { applyWritten, mirrorWritten, noteWritten } from './write-apply';
import {
  doneAndDeletedError,
  goneError,
  inTheirWords,
  refusedError,
  unknownAndDeletedError,
  unknownError,
} from './write-errors';
import { ledgerKind, noteOf } from './write-notes';

/** One thing to be written. `id` names it in the ledger: the same again is the same write, never a second one. */
export interface WriteOrder {
  id: string;
  /** Null: an issue that is no task yet. */
  taskId: string | null;
  mutation: LinearMutation;
  before: Before;
}

/** What the ledger keeps, so that a lost answer can be looked up by any process, later. */
export type SentWrite = Pick<WriteOrder, 'mutation' | 'before'>;

/**
 * Sends a write once and applies what Linear answers. Throws linear_refused and the like when nothing was written, and
 * linear_write_unknown when no answer came and a look does not tell.
 */
export async function sendWrite(access: WriteAccess, order: WriteOrder): Promise<Written> {
  const { writer, actor } = access;
  // Who left before anything was sent wants nothing any more.
  access.signal.throwIfAborted();
  await inTheirWords(actor.timeZone, () => writer.waitForRoom());
  const before = await enter(access, order);
  if (before) {
    const found = await lookUp(access, order);
    if (found.isDone) return settleDone(access, order, found);
    if (before.status === 'done') throw goneError('What this made is not at Linear any more.');
    if (!(await restartWrite(order.id, access.now()))) await mustGetConnection(access.connection.id);
  }
  const { document, variables } = mutationText(order.mutation);
  return settle(access, order, await writer.send(document, variables));
}

/** Answers the entry that stands there already: the call is done again under its Idempotency-Key. */
function enter({ actor, connection, now }: WriteAccess, order: WriteOrder): Promise<StoredWrite | null> {
  const { id, taskId, mutation, before } = order;
  return inTransaction(async (tx) => {
    const known = await getWrite(id, tx);
    if (known) return known;
    if (mutation.kind === 'create' && taskId !== null && (await hasLiveCreate(taskId, id, tx)))
      throw new AppError('conflict', 'This task was sent to Linear already.', {
        hint: 'If it does not show as an issue yet, Linear has not answered. It is looked up by itself.',
      });
    const sent: SentWrite = { mutation, before };
    // Deleted since the issue was read: nothing is sent.
    await mustGetConnection(connection.id, tx);
    await createWrite(
      {
        id,
        connectionId: connection.id,
        userId: actor.userId,
        taskId,
        kind: ledgerKind[mutation.kind],
        input: JSON.stringify(sent),
        externalId: 'id' in mutation ? mutation.id : mutation.issueId,
        createdAt: now(),
      },
      tx,
    );
    return null;
  });
}

async function settle(access: WriteAccess, order: WriteOrder, answer: MutationAnswer): Promise<Written> {
  if (answer.kind === 'refused') return settleRefused(access, order, answer.error);
  if (answer.kind === 'lost') return settleLost(access, order, answer);
  try {
    const written = await readPayload(access.client, order.mutation, answer.answer, patience());
    if (written) return await settleDone(access, order, written);
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('linear_')) throw error;
    return settleLost(access, order, { isOver: true, cause: error });
  }
  return settleRefused(access, order, new AppError('linear_refused', 'Linear did not take it, and did not say why.'));
}

/** Whoever settles it first, the answer or a look-up, also writes the line in the history. */
export async function settleDone(
  access: Pick<WriteAccess, 'connection' | 'now'> & { actor: { userId: string } },
  order: WriteOrder,
  written: Written,
): Promise<Written> {
  const { id, taskId, mutation } = order;
  const at = { connectionId: access.connection.id, userId: access.actor.userId, now: access.now() };
  await storing(patience(), async (tx) => {
    // Linear has done it, and whoever asked must not hear that nothing was found.
    if ((await getConnection(at.connectionId, tx)) === null) throw doneAndDeletedError();
    await applyWritten(written.issues, at, tx);
    const removedRelationId = mutation.kind === 'unrelate' ? mutation.id : null;
    await mirrorWritten(at, { made: written.objects, removedRelationId }, tx);
    const settled: Settled = { status: 'done', taskId: taskId ?? (await madeTask(mutation, tx)), answeredAt: at.now };
    const note = (await settleWrite(id, settled, tx)) ? noteOf(order, written) : null;
    if (note) await noteWritten(note.issueId, note.change, at, tx);
  });
  return written;
}

async function madeTask(mutation: LinearMutation, tx: Tx): Promise<string | null> {
  return mutation.kind === 'create' ? getTaskIdOfIssue(mutation.id, tx) : null;
}

async function settleRefused(access: WriteAccess, { id }: WriteOrder, error: AppError): Promise<never> {
  const { connection, now, actor } = access;
  const shown = refusedError(error, actor.timeZone);
  await settleWrite(id, { status: 'refused', error: { code: shown.code, message: shown.message }, answeredAt: now() });
  if (isScopeTrouble(error)) await noteKeyScope(connection.id, { keyCanWrite: false });
  throw shown;
}

/** No answer came: a look tells whether it was done. Only when Linear may still be at it, a look that finds nothing says nothing. */
async function settleLost(
  access: WriteAccess,
  order: WriteOrder,
  { isOver, cause }: { isOver: boolean; cause: AppError },
): Promise<Written> {
  const found = await lookUp(access, order).catch((error: unknown) => {
    log().warn({ err: error, writeId: order.id }, 'a write to Linear could not be looked up; it is tried again');
    return null;
  });
  if (found?.isDone) return settleDone(access, order, found);
  if (found && isOver) return settleRefused(access, order, notTaken(cause));
  const { code, message } = cause;
  await settleWrite(order.id, { status: 'unknown', error: { code, message }, answeredAt: null });
  const isDeleted = (await getConnection(access.connection.id)) === null;
  throw isDeleted ? unknownAndDeletedError(cause) : unknownError(order.id, cause);
}

export function notTaken(cause?: AppError): AppError {
  return new AppError('linear_refused', 'Linear did not do it.', {
    hint: 'It had a fault of its own. Nothing was changed: try again.',
    cause,
  });
}

function lookUp({ client }: WriteAccess, { mutation, before }: WriteOrder): Promise<LookedUp> {
  return lookUpMutation(client, mutation, before, patience());
}

/** What has been sent is followed to its end, whether or not the person still waits. */
function patience(): AbortSignal {
  return AbortSignal.timeout(seconds(20));
}
