import { inTransaction } from '@/lib/db/client';
import {
  deleteTimeAttachments,
  forgetSent,
  noteSending,
  type StoredTimeAttachment,
  settleTimeAttachment,
} from '@/lib/db/time-attachment';
import type { AppError } from '@/lib/errors/app-error';
import { chunk } from '@/lib/kit/chunk';
import { groupBy } from '@/lib/kit/group-by';
import { type AttachmentInput, mostAttachments, putAttachments } from '@/lib/linear/attachments';
import { linearWords } from '@/lib/linear/write-client';
import { log } from '@/lib/log/log';
import type { TimeContent } from './time-on-issues-content';
import { isAsWanted, tasksAddress, type WantedTime, wantedTimes } from './time-on-issues-find';
import { arrivedMs, backoffMs, mostTries, triesTogether } from './time-on-issues-limits';
import { deleteAll, removeAtLinear } from './time-on-issues-remove';
import { type Sent, sendTogether, type TimeTurn } from './time-on-issues-turn';

type Row = StoredTimeAttachment;

/** Brings what issues carry at Linear to what their tasks have now. Throws TurnOver, or what Linear refuses everything with. */
export async function sendTimes(turn: TimeTurn, rows: Row[], baseUrl: string): Promise<void> {
  const address = tasksAddress(baseUrl);
  const wanted = await wantedTimes(
    turn.connection.id,
    address,
    rows.map(({ taskId }) => taskId),
  );
  const plans = groupBy(rows, (row) => planOf(row, wanted.get(row.taskId), address, turn.now()));
  const of = (plan: Plan) => plans.get(plan) ?? [];
  await inTransaction(async (tx) => {
    const { held } = turn;
    const settled = { held, dueAt: null, tries: 0, errorMessage: null };
    for (const { taskId } of of('settled')) await settleTimeAttachment(taskId, settled, tx);
    for (const { taskId, sentAt } of of('unknown')) {
      const arrivedAt = new Date((sentAt?.getTime() ?? 0) + arrivedMs);
      await settleTimeAttachment(taskId, { held, dueAt: arrivedAt }, tx);
    }
    const nothing = of('nothing').map(({ taskId }) => taskId);
    await deleteTimeAttachments(nothing, tx);
  });
  await removeRows(turn, of('remove'), null);
  // Not before the one with the old address is gone: there is never a second.
  const moved = await removeRows(turn, of('replace'), turn.held);
  await put(turn, [...of('put'), ...moved], { wanted, address });
}

type Plan = 'settled' | 'nothing' | 'unknown' | 'remove' | 'replace' | 'put';

function planOf(row: Row, wanted: WantedTime | undefined, address: string, now: Date): Plan {
  if (wanted === undefined || !wanted.issue.isOpen) return 'settled';
  const { content } = wanted;
  if (content === null && row.url === null) return 'nothing';
  if (content !== null && isAsWanted(row, content)) return 'settled';
  const isElsewhere = row.url !== null && row.url !== address + row.taskId;
  if (content !== null && !isElsewhere) return 'put';
  if (mayStillArrive(row, now)) return 'unknown';
  return content === null ? 'remove' : 'replace';
}

/** Sent a moment ago, and no answer came: looking whether it is there would tell nothing yet. */
export function mayStillArrive({ url, hash, sentAt }: Row, now: Date): boolean {
  return url !== null && hash === null && sentAt !== null && now.getTime() - sentAt.getTime() < arrivedMs;
}

/** Answers those that are not at Linear any more, as they are now. */
async function removeRows(turn: TimeTurn, rows: Row[], dueAt: Date | null): Promise<Row[]> {
  if (rows.length === 0) return [];
  const { gone, failed } = await removeAtLinear(turn, rows);
  const sentAt = turn.now();
  await inTransaction(async (tx) => {
    const ids = gone.map(({ taskId }) => taskId);
    await forgetSent(ids, sentAt, tx);
    for (const taskId of ids) await settleTimeAttachment(taskId, { held: turn.held, dueAt }, tx);
    for (const { row, ...what } of failed) await settleTimeAttachment(row.taskId, afterFailure(turn, row, what), tx);
  });
  return gone.map((row) => ({ ...row, externalId: null, url: null, hash: null, sentAt }));
}

interface Item {
  row: Row;
  issueId: string;
  content: TimeContent;
}

async function put(
  turn: TimeTurn,
  rows: Row[],
  { wanted, address }: { wanted: Map<string, WantedTime>; address: string },
): Promise<void> {
  const items = rows.flatMap((row): Item[] => {
    const { issue, content } = wanted.get(row.taskId) ?? {};
    return issue && content ? [{ row, issueId: issue.externalId, content }] : [];
  });
  const isTired = ({ row }: Item) => row.tries >= triesTogether;
  const together = chunk(
    items.filter((item) => !isTired(item)),
    mostAttachments,
  );
  for (const some of [...together, ...chunk(items.filter(isTired), 1)]) {
    await noteSending(
      some.map(({ row }) => row.taskId),
      address,
      turn.now(),
    );
    const send = (part: readonly Item[]) => putAttachments(turn.writer, part.map(toInput));
    await sendTogether(turn, some, send, (sent) => settle(turn, sent));
  }
}

function toInput({ issueId, content: { hash: _, ...content } }: Item): AttachmentInput {
  return { issueId, ...content };
}

async function settle(turn: TimeTurn, sent: [Item, Sent][]): Promise<void> {
  await removeOlder(turn, sent);
  await inTransaction(async (tx) => {
    for (const [{ row, content }, what] of sent) {
      const learned =
        what.kind === 'done'
          ? { held: turn.held, dueAt: null, externalId: what.id, hash: content.hash, tries: 0, errorMessage: null }
          : { ...afterFailure(turn, row, toFailure(what)), ...(what.kind === 'refused' ? asItWas(row) : {}) };
      await settleTimeAttachment(row.taskId, learned, tx);
    }
  });
}

/** Linear made a new one although we know one: that was moved to another issue, or is gone. There is never a second. */
async function removeOlder(turn: TimeTurn, sent: [Item, Sent][]): Promise<void> {
  const older = sent.flatMap(([{ row }, what]) =>
    what.kind === 'done' && row.externalId !== null && row.externalId !== what.id ? [row.externalId] : [],
  );
  await deleteAll(turn, older, (id, err) => {
    log().warn({ err, attachmentId: id }, 'an attachment that was replaced could not be removed');
  });
}

/** Nothing was done: what was there before is there still. */
function asItWas({ url, hash, sentAt }: Row) {
  return { url, hash, sentAt };
}

function toFailure(what: Exclude<Sent, { kind: 'done' }>): Failure {
  return { error: what.error, isLost: what.kind === 'lost', isSpoilt: what.kind === 'lost' && what.isSpoilt };
}

interface Failure {
  error: AppError;
  isLost: boolean;
  isSpoilt?: boolean;
}

/** What Linear goes on refusing is given up until its time changes; what was lost on the way is tried for ever. */
export function afterFailure(turn: TimeTurn, row: Row, { error, isLost, isSpoilt = false }: Failure) {
  const tries = row.tries + 1;
  const isGivenUp = tries >= mostTries && (!isLost || isSpoilt);
  const dueAt = isGivenUp ? null : new Date(turn.now().getTime() + backoffMs(tries));
  return { held: turn.held, dueAt, tries, errorMessage: failureWords(error, isLost) };
}

export function failureWords(error: AppError, isLost: boolean): string {
  if (isLost && linearWords(error) === null) return `${error.message} It is sent again by itself.`;
  const words = error.code === 'linear_query_refused' ? linearWords(error) : null;
  return words === null ? error.message : `Linear refused: ${words}`;
}
