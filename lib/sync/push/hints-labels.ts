import type { StoredHint } from '@/lib/db/webhook-hint';
import { readIssues } from '@/lib/linear/read-issues';
import { advance, type Position, start } from '@/lib/sync/position';
import type { Storing } from '@/lib/sync/store';
import { mostLabelPages } from './hints-limits';
import { storeHinted } from './hints-store';

/**
 * A label that got another name or colour stamps none of the issues that carry it, so no poll sees it: they are read again. Of a
 * label on more issues than a few pages hold, the rest is left to the daily full pass. The hints are ended with the labels themselves.
 */
export async function readLabelled(at: Storing, hints: StoredHint[]): Promise<Set<string>> {
  const labelIds = hints.map(({ externalId }) => externalId);
  const read = new Set<string>();
  let position: Position | null = start;
  for (let pages = 0; position !== null; pages++) {
    const { before, seen }: Position = position;
    const range = { by: 'createdAt', teamIds: null, labelIds, before, exceptIds: seen } as const;
    const page = await readIssues(at.client, range, at.signal);
    position = pages + 1 < mostLabelPages ? advance(position, page, 'createdAt') : null;
    await storeHinted(at, page, { hints: [] });
    for (const { id } of page.issues) read.add(id);
  }
  return read;
}
