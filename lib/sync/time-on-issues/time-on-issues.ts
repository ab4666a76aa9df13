import { inTransaction } from '@/lib/db/client';
import { getConnection, noteKeyScope, type StoredConnection, updateConnection } from '@/lib/db/connection';
import {
  claimDue,
  countTimeAttachments,
  deleteRemoved,
  forgetSent,
  listConnectionsWithTime,
  postponeDue,
  releaseHeld,
  type StoredTimeAttachment,
  settleTimeAttachment,
} from '@/lib/db/time-attachment';
import { AppError } from '@/lib/errors/app-error';
import { minutes } from '@/lib/kit/sleep';
import { mostAttachments } from '@/lib/linear/attachments';
import { LinearRateLimited } from '@/lib/linear/linear-errors';
import { isScopeTrouble } from '@/lib/linear/write-client';
import { log } from '@/lib/log/log';
import type { LinearAccess } from '@/lib/sync/open-client';
import { quotaText } from '@/lib/sync/store';
import { sweepTimeOnIssues, tasksAddress } from './time-on-issues-find';
import { arrivedMs, mostBatchesATurn } from './time-on-issues-limits';
import { removeAtLinear, removeStrays } from './time-on-issues-remove';
import { afterFailure, failureWords, mayStillArrive, sendTimes } from './time-on-issues-send';
import { heldFrom, openForTime, type TimeTurn, TurnOver } from './time-on-issues-turn';

export interface TimeSending {
  access: LinearAccess;
  /** Where this server is reached: attachments link to it. Null: not known, so nothing is sent. */
  baseUrl: string | null;
}

/** Sends what is due, and removes what is to go. Several processes may do this at once. Never throws. */
export async function keepTimeOnIssues(sending: TimeSending): Promise<void> {
  try {
    for (const id of await listConnectionsWithTime(sending.access.now())) {
      await keepOne(id, sending).catch((err: unknown) =>
        log().error({ err, connectionId: id }, 'time on issues could not be sent; it is tried again'),
      );
    }
  } catch (error) {
    log().error({ err: error }, 'looking for time to send failed; it is tried again');
  }
}

async function keepOne(connectionId: string, sending: TimeSending): Promise<void> {
  const connection = await getConnection(connectionId);
  const { access, baseUrl } = sending;
  if (connection?.timeOnIssues && connection.scheduleEnabled && baseUrl !== null)
    await sweepTimeOnIssues(connection, baseUrl, access.now());
  for (let batch = 0; batch < mostBatchesATurn; batch++) {
    const before = await getConnection(connectionId);
    if (before === null || !(await takeTurn(before, sending))) return;
  }
}

/** False: there is nothing more to do now. */
async function takeTurn(connection: StoredConnection, { access, baseUrl }: TimeSending): Promise<boolean> {
  if (connection.pausedReason !== null || connection.keyCanWrite === false) return false;
  const { timeOnIssues, scheduleEnabled } = connection;
  if (timeOnIssues && (baseUrl === null || !scheduleEnabled)) return false;
  const now = access.now();
  const turn: TimeTurn = { ...openForTime(connection, access), ...heldFrom(now) };
  const rows = await claimDue(connection.id, { now, until: turn.held, limit: mostAttachments });
  if (rows.length === 0) return false;
  try {
    if (timeOnIssues && baseUrl !== null) await sendTimes(turn, rows, baseUrl);
    else await removeRows(turn, rows, baseUrl);
    return true;
  } catch (error) {
    await endEarly(turn, error);
    return false;
  } finally {
    // The next who asks Linear knows what is left.
    if (turn.client.pacing.quota.requests) await saveQuota(turn);
  }
}

/** Of a connection that was deleted meanwhile there is nothing to save. */
async function saveQuota({ connection, client }: TimeTurn): Promise<void> {
  await inTransaction(async (tx) => {
    if (await getConnection(connection.id, tx)) await updateConnection(connection.id, { quota: quotaText(client) }, tx);
  });
}

/** When everything is switched off: what was sent goes, and with the last of it what no row knows of. */
async function removeRows(turn: TimeTurn, rows: StoredTimeAttachment[], baseUrl: string | null): Promise<void> {
  const isYoung = (row: StoredTimeAttachment) => mayStillArrive(row, turn.now());
  const { gone, failed } = await removeAtLinear(
    turn,
    rows.filter((row) => !isYoung(row)),
  );
  const isLast = gone.length === (await countTimeAttachments(turn.connection.id));
  if (isLast && baseUrl !== null) await removeStrays(turn, tasksAddress(baseUrl));
  const ids = gone.map(({ taskId }) => taskId);
  const { held } = turn;
  await inTransaction(async (tx) => {
    await forgetSent(ids, turn.now(), tx);
    await deleteRemoved(ids, turn.now(), tx);
    for (const { row, ...what } of failed) await settleTimeAttachment(row.taskId, afterFailure(turn, row, what), tx);
    for (const { taskId } of rows.filter(isYoung))
      await settleTimeAttachment(taskId, { held, dueAt: new Date(turn.now().getTime() + arrivedMs) }, tx);
  });
}

/** Linear refuses the connection itself, or is not there: everything that waits comes later. */
async function endEarly(turn: TimeTurn, thrown: unknown): Promise<void> {
  const { connection, held } = turn;
  const error = thrown instanceof TurnOver ? thrown.error : thrown;
  const now = turn.now();
  if (error === null) return releaseHeld(connection.id, { held, dueAt: now, message: null });
  const known = error instanceof AppError ? error : null;
  const until = known instanceof LinearRateLimited ? known.resetAt : new Date(now.getTime() + minutes(5));
  const message =
    known === null ? 'Trackline failed to send it. The log of the server says more.' : failureWords(known, false);
  await releaseHeld(connection.id, { held, dueAt: until, message });
  await postponeDue(connection.id, { now, until, message });
  if (known === null) throw error;
  log().warn({ err: known, connectionId: connection.id }, 'time on issues waits');
  if (isScopeTrouble(known)) await noteKeyScope(connection.id, { keyCanWrite: false });
}
