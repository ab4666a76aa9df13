import type { PersonActor } from '@/lib/auth/actor';
import type { LinearWrite } from '@/lib/contracts/linear-write';
import { getConnection, type StoredConnection } from '@/lib/db/connection';
import {
  getWrite,
  getWriteRow,
  listConnectionsWithOpenWrites,
  listOpenWrites,
  listWritesOfTask,
  type StoredWrite,
  settleWrite,
} from '@/lib/db/linear-write';
import { AppError } from '@/lib/errors/app-error';
import { must } from '@/lib/kit/must';
import { minutes, seconds } from '@/lib/kit/sleep';
import { lookUpMutation } from '@/lib/linear/mutations-look-up';
import { log } from '@/lib/log/log';
import { type LinearAccess, openForPerson } from '@/lib/sync/open-client';
import type { Calling } from '@/lib/sync/test-key';
import { decodeCursor, encodeCursor } from '@/lib/tracking/cursor';
import { mustGetWritableTask, whyNotWrite } from './write-access';
import { inTheirWords } from './write-errors';
import { notTaken, type SentWrite, settleDone } from './write-send';
import { viewWrite } from './write-view';

const order = 'newest';

/** What was written to Linear for a task, newest first. */
export async function listWrites(
  _actor: PersonActor,
  taskId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: LinearWrite[]; nextCursor: string | null }> {
  await mustGetWritableTask(taskId);
  const rows = await listWritesOfTask(taskId, readPosition(page.cursor), page.limit + 1);
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(viewWrite),
    nextCursor: last === undefined ? null : encodeCursor(order, [last.createdAt, last.id]),
  };
}

function readPosition(cursor: string | undefined): { at: Date; id: string } | null {
  if (cursor === undefined) return null;
  const [at, id] = decodeCursor(cursor, order, ['instant', 'text']) ?? [];
  return at instanceof Date && typeof id === 'string' ? { at, id } : null;
}

/** Looks up once more what became of a write. One that is settled is answered as it is. */
export async function checkWrite(actor: PersonActor, writeId: string, { access }: Calling): Promise<LinearWrite> {
  const write = await getWrite(writeId);
  const connection = write && (await getConnection(write.connectionId));
  if (!write || !connection) throw new AppError('not_found', 'There is no such write.');
  const refusal = write.userId === actor.userId ? null : whyNotWrite(actor, connection);
  if (refusal) throw refusal;
  if (isOpen(write)) await inTheirWords(actor.timeZone, () => lookUp(write, connection, access));
  return viewWrite(must(await getWriteRow(writeId), 'the write'));
}

/** Longer than Linear and what stands before it work on one call: what is not there by then will never be. */
const settledAfterMs = minutes(2);

/** Looks up what nobody knows the end of, also after a crash. Never throws: what cannot be asked now is asked again. */
export async function sweepWrites(access: LinearAccess): Promise<void> {
  try {
    const sentBefore = new Date(access.now().getTime() - settledAfterMs);
    for (const id of await listConnectionsWithOpenWrites(sentBefore)) await sweepConnection(id, sentBefore, access);
  } catch (error) {
    logTrouble(error, null);
  }
}

/** A connection that Linear does not answer has its turn again later, and holds up no other. */
async function sweepConnection(connectionId: string, sentBefore: Date, access: LinearAccess): Promise<void> {
  const connection = await getConnection(connectionId);
  if (connection === null) return;
  for (const write of await listOpenWrites(connectionId, sentBefore, mostAtOnce)) {
    try {
      await lookUp(write, connection, access);
    } catch (error) {
      logTrouble(error, write.id);
      if (!(error instanceof AppError && error.code === 'linear_query_refused')) return;
    }
  }
}

const mostAtOnce = 20;

function logTrouble(err: unknown, writeId: string | null): void {
  log().warn({ err, writeId }, 'a write to Linear could not be looked up; it is tried again');
}

async function lookUp(write: StoredWrite, connection: StoredConnection, access: LinearAccess): Promise<void> {
  const { client } = openForPerson(connection, access);
  const { mutation, before } = JSON.parse(write.input) as SentWrite;
  const found = await lookUpMutation(client, mutation, before, AbortSignal.timeout(seconds(20)));
  const by = { connection, now: access.now, actor: { userId: write.userId } };
  if (found.isDone) {
    await settleDone(by, { id: write.id, taskId: write.taskId, mutation, before }, found);
    return;
  }
  if (access.now().getTime() - write.createdAt.getTime() < settledAfterMs) return;
  const { code, message } = notTaken();
  await settleWrite(write.id, { status: 'refused', error: { code, message }, answeredAt: access.now() });
}

function isOpen({ status }: StoredWrite): boolean {
  return status === 'pending' || status === 'unknown';
}
