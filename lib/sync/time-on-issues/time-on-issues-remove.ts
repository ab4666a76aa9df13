import type { StoredTimeAttachment } from '@/lib/db/time-attachment';
import type { AppError } from '@/lib/errors/app-error';
import { chunk } from '@/lib/kit/chunk';
import { must } from '@/lib/kit/must';
import { seconds } from '@/lib/kit/sleep';
import {
  deleteAttachments,
  type FoundAttachment,
  findAttachments,
  findAttachmentsUnder,
  isUnknownAttachment,
  mostAttachments,
} from '@/lib/linear/attachments';
import { isOurs } from './time-on-issues-content';
import { sendTogether, type TimeTurn } from './time-on-issues-turn';

export interface Removed {
  gone: StoredTimeAttachment[];
  failed: { row: StoredTimeAttachment; error: AppError; isLost: boolean }[];
}

/**
 * Takes away at Linear what rows may have there. It is looked up first, by address too: of one whose answer was lost the
 * id is not known. Ends early with TurnOver when nothing more can be sent; to be done again does no harm.
 */
export async function removeAtLinear(turn: TimeTurn, rows: StoredTimeAttachment[]): Promise<Removed> {
  const failed = new Map<StoredTimeAttachment, { error: AppError; isLost: boolean }>();
  for (const some of chunk(rows, mostAttachments)) {
    const byId = new Map((await lookUp(turn, some)).map((found) => [found.id, rowOf(found, some)]));
    await deleteAll(turn, [...byId.keys()], (id, error, isLost) => {
      failed.set(must(byId.get(id), 'the row of what was looked up'), { error, isLost });
    });
  }
  return {
    gone: rows.filter((row) => !failed.has(row)),
    failed: [...failed].map(([row, failure]) => ({ row, ...failure })),
  };
}

async function lookUp(turn: TimeTurn, rows: StoredTimeAttachment[]): Promise<FoundAttachment[]> {
  const urls = rows.flatMap(({ url }) => (url === null ? [] : [url]));
  const ids = rows.flatMap(({ externalId }) => (externalId === null ? [] : [externalId]));
  const found = await findAttachments(turn.client, { urls, ids }, patience());
  return found.filter(({ id, metadata }) => isOurs(metadata) || ids.includes(id));
}

function rowOf({ id, url }: FoundAttachment, rows: StoredTimeAttachment[]): StoredTimeAttachment {
  return must(
    rows.find((row) => row.externalId === id || row.url === url),
    'the row of what was looked up',
  );
}

/** All that Trackline made under an address, whether or not its task is still here. */
export async function removeStrays(turn: TimeTurn, address: string): Promise<boolean> {
  const found = await findAttachmentsUnder(turn.client, address, patience());
  const ids = found.filter(({ metadata }) => isOurs(metadata)).map(({ id }) => id);
  let isClean = true;
  for (const some of chunk(ids, mostAttachments)) {
    await deleteAll(turn, some, () => {
      isClean = false;
    });
  }
  return isClean;
}

/** One that is not there any more is as good as deleted. */
export async function deleteAll(
  turn: TimeTurn,
  ids: string[],
  onFailure: (id: string, error: AppError, isLost: boolean) => void,
): Promise<void> {
  await sendTogether(
    turn,
    ids,
    (some) => deleteAttachments(turn.writer, some),
    async (sent) => {
      for (const [id, what] of sent) {
        if (what.kind === 'done' || isUnknownAttachment(what.error)) continue;
        onFailure(id, what.error, what.kind === 'lost');
      }
    },
  );
}

export function patience(): AbortSignal {
  return AbortSignal.timeout(seconds(30));
}
